using System.Collections.Frozen;

namespace Msp.Customers.Rules;

/// <summary>The severities a host sets in place of the rules' own, by code. Immutable.</summary>
public sealed class SeverityMap
{
    private readonly FrozenDictionary<string, Severity> byCode;

    /// <summary>Takes the severities by code.</summary>
    /// <param name="byCode">Codes and the severity each is to have.</param>
    public SeverityMap(IEnumerable<KeyValuePair<string, Severity>> byCode)
    {
        ArgumentNullException.ThrowIfNull(byCode);
        this.byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Leaves every rule its own severity.</summary>
    public static SeverityMap None { get; } = new([]);

    /// <summary>The violations with the severities of this map.</summary>
    /// <param name="violations">Violations with their rules' own severities.</param>
    /// <returns>The same violations in the same order.</returns>
    public IReadOnlyList<Violation> Apply(IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return byCode.Count == 0
            ? violations
            : [.. violations.Select(v => byCode.TryGetValue(v.Code, out var severity) ? v with { Severity = severity } : v)];
    }
}
