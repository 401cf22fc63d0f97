using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Msp.Customers.Rules;

// The rules in force for one kind of aggregate, in the order in which they report.
internal sealed class RuleSet<T>(IEnumerable<Rule> rules, RuleSeverities severities)
    where T : class
{
    // A rule of which no code is left is not evaluated: it may query storage.
    private readonly ImmutableArray<Rule> rules = [.. rules.Where(r => !r.Codes.All(severities.IsRemoved))];

    public IEnumerable<RuleDescriptor> Codes => rules.SelectMany(r => r.Codes);

    public RuleSeverities Severities => severities;

    // Each change collects what the rules report of it.
    public async Task EvaluateAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken)
    {
        foreach (var rule in rules.OfType<ChangeRule<T>>())
        {
            await rule.EvaluateAsync(changes, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task EvaluateAsync(IReadOnlyList<Deletion<T>> deletions, CancellationToken cancellationToken)
    {
        foreach (var rule in rules.OfType<DeletionRule<T>>())
        {
            await rule.EvaluateAsync(deletions, cancellationToken).ConfigureAwait(false);
        }
    }
}

// The codes of the library that a host removed, by descriptor, since a replacement has the same code; and the severities it set, by code.
internal sealed class RuleSeverities(IEnumerable<RuleDescriptor> removed, IEnumerable<KeyValuePair<string, Severity>> severities)
{
    private readonly FrozenSet<RuleDescriptor> removed = removed.ToFrozenSet();
    private readonly FrozenDictionary<string, Severity> severities = severities.ToFrozenDictionary(StringComparer.Ordinal);

    public static RuleSeverities Default { get; } = new([], []);

    public bool IsRemoved(RuleDescriptor rule) => removed.Contains(rule);

    public Violation Apply(Violation violation) =>
        severities.TryGetValue(violation.Code, out var severity) ? violation with { Severity = severity } : violation;
}
