namespace Msp.Customers;

/// <summary>An operation was refused because rules are broken. Nothing was changed, and all violations are told at once.</summary>
public sealed class RuleViolationException : Exception
{
    // A list of a million empty items is one line of a request, and must not become a million lines of a log.
    private const int MaxLines = 100;

    /// <summary>Refuses for the given violations.</summary>
    /// <param name="violations">All violations found, warnings too; at least one.</param>
    public RuleViolationException(params IReadOnlyList<Violation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>All violations found, warnings too.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>Refuses if any of the violations is an error.</summary>
    /// <param name="violations">What was found.</param>
    /// <exception cref="RuleViolationException">At least one is an <see cref="Severity.Error"/>.</exception>
    public static void ThrowIfAnyError(IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        foreach (var violation in violations)
        {
            if (violation.Severity == Severity.Error)
            {
                throw new RuleViolationException(violations);
            }
        }
    }

    private static string Describe(IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        ArgumentOutOfRangeException.ThrowIfZero(violations.Count, nameof(violations));
        var lines = violations.Take(MaxLines).Select(v => v.ToString());
        return string.Join(
            Environment.NewLine,
            violations.Count <= MaxLines ? lines : lines.Append($"and {violations.Count - MaxLines} more")
        );
    }
}
