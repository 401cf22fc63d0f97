namespace Msp.Customers.Rules;

/// <summary>The subject of an evaluation of rules, which collects violations.</summary>
public abstract class RuleContext
{
    private readonly List<Violation> violations = [];

    private protected RuleContext() { }

    /// <summary>The reported violations, in order.</summary>
    public IReadOnlyList<Violation> Violations => violations;

    // Whether a rule of the library is evaluated. A host's own rule can report a code of the library that the host removed.
    internal bool IsLibraryRule { get; set; }

    // The removed codes and configured severities; the defaults in a context that a test creates.
    internal RuleSeverities Severities { get; init; } = RuleSeverities.Default;

    /// <summary>Reports a violation, with the severity that the host configured for its code.</summary>
    /// <param name="rule">The descriptor of the code.</param>
    /// <param name="path">The path of the invalid member, such as <c>Quotas[1].EndDate</c>; empty for the whole aggregate.</param>
    /// <param name="values">The values in the message, and any other values that a host may show.</param>
    /// <remarks>A violation that a rule of the library reports is dropped when the host removed its code.</remarks>
    public void Report(RuleDescriptor rule, string path, params ReadOnlySpan<(string Name, object Value)> values)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!IsLibraryRule || !Severities.IsRemoved(rule))
        {
            violations.Add(Severities.Apply(rule.Violated(path, values)));
        }
    }
}
