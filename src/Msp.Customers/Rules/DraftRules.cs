using System.Collections.Immutable;

namespace Msp.Customers.Rules;

/// <summary>The rules a draft must keep, with the severities in force. Immutable and safe to share between threads.</summary>
/// <typeparam name="TDraft">The draft they read.</typeparam>
public class DraftRules<TDraft>
    where TDraft : class
{
    private readonly ImmutableArray<DraftRule<TDraft>> rules;
    private readonly SeverityMap severities;

    /// <summary>Gathers rules.</summary>
    /// <param name="rules">The rules, in the order their violations are reported in.</param>
    /// <param name="severities">Severities that replace the rules' own; none when omitted.</param>
    public DraftRules(IEnumerable<DraftRule<TDraft>> rules, SeverityMap? severities = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = [.. rules];
        this.severities = severities ?? SeverityMap.None;
    }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<DraftRule<TDraft>> Rules => rules;

    /// <summary>Runs every rule and returns all violations at once, unless the draft is too large to be read. A draft that keeps the rules takes no memory.</summary>
    /// <param name="draft">The draft to read; it is not changed.</param>
    /// <returns>Errors and warnings in the order of the rules; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check(TDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var found = default(Findings);
        Read(draft, ref found);
        foreach (var rule in rules)
        {
            var before = found.Count;
            rule.Check(draft, ref found);
            if (rule.EndsReading && found.Count > before)
            {
                break;
            }
        }

        return found.IsEmpty ? [] : severities.Apply(found.ToList());
    }

    /// <summary>Runs every rule and refuses the draft if any error is found. Warnings alone let it pass.</summary>
    /// <param name="draft">The draft to read; it is not changed.</param>
    /// <exception cref="RuleViolationException">The draft breaks a rule; the exception carries all violations, warnings too.</exception>
    public void Demand(TDraft draft) => RuleViolationException.ThrowIfAnyError(Check(draft));

    /// <summary>Adds what was noticed when the draft was read from outside text.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="found">Where violations go.</param>
    protected virtual void Read(TDraft draft, ref Findings found) { }
}
