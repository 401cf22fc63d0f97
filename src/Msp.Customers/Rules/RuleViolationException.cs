namespace Msp.Customers;

/// <summary>
/// The exception that is thrown when an operation is refused because of violations. It contains all violations, and the operation changed
/// nothing.
/// </summary>
/// <example>
/// <code>
/// try
/// {
///     var customer = Customer.Register(draft, CustomerTerms.Default, new LocalDate(2026, 3, 1));
/// }
/// catch (RuleViolationException e)
/// {
///     foreach (var violation in e.Violations.Where(v => v.Severity == Severity.Error))
///     {
///         Console.WriteLine($"{violation.Path}: {violation.Message} ({violation.Code})");
///     }
/// }
/// </code>
/// </example>
public sealed class RuleViolationException : Exception
{
    // A single request can have a million invalid items, which must not become a million lines of a log.
    private const int MaxLines = 100;

    /// <summary>Initializes the exception.</summary>
    /// <param name="violations">All violations, including warnings; at least one.</param>
    public RuleViolationException(params IReadOnlyList<Violation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>All violations, including warnings.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>Throws the exception when at least one violation is an error.</summary>
    /// <param name="violations">The violations.</param>
    /// <exception cref="RuleViolationException">At least one violation is an <see cref="Severity.Error"/>.</exception>
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
