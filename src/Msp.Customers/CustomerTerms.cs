namespace Msp.Customers;

/// <summary>What a host agrees with its customers about dates. Lengths are in days.</summary>
/// <param name="EvaluationDays">How long an evaluation lasts, its first day the day of registration; 30 by default.</param>
/// <param name="MaxExtensionDays">By how much an evaluation is extended at most at a time; 30 by default.</param>
/// <param name="MaxEvaluationDays">How long an evaluation lasts at most in all; 60 by default.</param>
/// <param name="RetentionDays">How long a closed customer is kept, its first day the day after closing; 90 by default.</param>
/// <param name="LicenseMustCover">Whether a quota is usable only on days that the license covers; true by default.</param>
/// <param name="EvaluationMustCover">Whether a quota of an evaluation is usable only up to the evaluation's last day; true by default.</param>
/// <remarks>The evaluation's three are those of the vendor whose portal the seed page shows.</remarks>
public sealed record CustomerTerms(
    int EvaluationDays = 30,
    int MaxExtensionDays = 30,
    int MaxEvaluationDays = 60,
    int RetentionDays = 90,
    bool LicenseMustCover = true,
    bool EvaluationMustCover = true
)
{
    /// <summary>The terms that hold where a host sets none.</summary>
    public static CustomerTerms Default { get; } = new();
}
