namespace Msp.Customers.Rules;

/// <summary>What a rule evaluates, and where it reports violations.</summary>
public abstract class RuleContext
{
    private readonly List<Violation> violations = [];

    private protected RuleContext() { }

    /// <summary>The violations reported so far, in order.</summary>
    public IReadOnlyList<Violation> Violations => violations;

    // A host's own rule may report a code that it removed from the library.
    internal bool IsOfLibrary { get; set; }

    // Which codes a host removed or softened; a context that a test makes has none.
    internal RuleSeverities Severities { get; init; } = RuleSeverities.Default;

    /// <summary>Reports a violation, with the severity that the host set for the code. One of a rule of the library is dropped where the host removed the code.</summary>
    /// <param name="rule">The descriptor of the code.</param>
    /// <param name="path">The member at fault, such as <c>Quotas[1].EndDate</c>; empty for the whole.</param>
    /// <param name="values">The values named in the message, and any other that a host may want to show.</param>
    public void Report(RuleDescriptor rule, string path, params ReadOnlySpan<(string Name, object Value)> values)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!IsOfLibrary || !Severities.IsRemoved(rule))
        {
            violations.Add(Severities.Apply(rule.Violated(path, values)));
        }
    }
}
