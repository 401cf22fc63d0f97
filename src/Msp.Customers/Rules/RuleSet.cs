using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Msp.Customers.Rules;

// The rules for one kind of aggregate, in the order in which they report: those of the library, without removed codes, and those of the
// host.
internal sealed class RuleSet<T>(IEnumerable<Rule> standard, IEnumerable<Rule> added, RuleSeverities severities)
    where T : class
{
    // A rule whose codes are all removed is not evaluated, because it may query storage.
    private readonly ImmutableArray<Rule> standard = [.. standard.Where(r => !r.Codes.All(severities.IsRemoved))];
    private readonly ImmutableArray<Rule> added = [.. added];

    public RuleSeverities Severities => severities;

    // Each change collects its own violations.
    public Task EvaluateAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken) =>
        EvaluateAsync<SaveRule<T>, Change<T>>(changes, (rule, all) => rule.EvaluateAsync(all, cancellationToken));

    public Task EvaluateAsync(IReadOnlyList<Deletion<T>> deletions, CancellationToken cancellationToken) =>
        EvaluateAsync<DeletionRule<T>, Deletion<T>>(deletions, (rule, all) => rule.EvaluateAsync(all, cancellationToken));

    private async Task EvaluateAsync<TRule, TContext>(
        IReadOnlyList<TContext> contexts,
        Func<TRule, IReadOnlyList<TContext>, ValueTask> evaluate
    )
        where TContext : RuleContext
    {
        foreach (var rules in new[] { standard, added })
        {
            foreach (var context in contexts)
            {
                context.IsLibraryRule = rules == standard;
            }

            foreach (var rule in rules.OfType<TRule>())
            {
                await evaluate(rule, contexts).ConfigureAwait(false);
            }
        }
    }
}

// The codes of the library that a host removed, and the severities that it configured.
internal sealed class RuleSeverities(IEnumerable<string> removed, IEnumerable<KeyValuePair<string, Severity>> severities)
{
    private readonly FrozenSet<string> removed = removed.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Severity> severities = severities.ToFrozenDictionary(StringComparer.Ordinal);

    public static RuleSeverities Default { get; } = new([], []);

    public bool IsRemoved(RuleDescriptor rule) => rule.IsConfigurable && removed.Contains(rule.Code);

    public Violation Apply(Violation violation) =>
        severities.TryGetValue(violation.Code, out var severity) ? violation with { Severity = severity } : violation;
}
