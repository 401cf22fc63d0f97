namespace Msp.Customers;

/// <summary>The terms about dates that a host agrees on with its customers. Lengths are in days.</summary>
/// <param name="EvaluationDays">The length of an evaluation, counted from the day of registration; 30 by default.</param>
/// <param name="MaxExtensionDays">The maximum length of one extension of an evaluation; 30 by default.</param>
/// <param name="MaxEvaluationDays">The maximum length of an evaluation with all extensions; 60 by default.</param>
/// <param name="RetentionDays">
/// The number of days for which a closed customer is kept, counted from the day after closing; 90 by default.
/// </param>
/// <param name="CreditsEndWithLicense">Whether a quota is usable only on days that the license covers; true by default.</param>
/// <param name="CreditsEndWithEvaluation">
/// Whether the quotas of an evaluation are usable only up to the last day of the evaluation; true by default.
/// </param>
/// <remarks>The default lengths of evaluations and extensions are those of a vendor's portal.</remarks>
public sealed record CustomerTerms(
    int EvaluationDays = 30,
    int MaxExtensionDays = 30,
    int MaxEvaluationDays = 60,
    int RetentionDays = 90,
    bool CreditsEndWithLicense = true,
    bool CreditsEndWithEvaluation = true
)
{
    /// <summary>The default terms.</summary>
    public static CustomerTerms Default { get; } = new();
}
