namespace Msp.Customers.Rules;

/// <summary>
/// Collects violations while rules run over one subject, in the order found.
/// Pass it by reference: it takes no memory until the first violation is added.
/// </summary>
public struct Findings
{
    private List<Violation>? violations;

    /// <summary>Whether nothing was found.</summary>
    public readonly bool IsEmpty => violations is null;

    internal readonly int Count => violations?.Count ?? 0;

    /// <summary>Adds one violation.</summary>
    /// <param name="violation">What was found.</param>
    public void Add(Violation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        (violations ??= []).Add(violation);
    }

    /// <summary>All that was found, in order; empty when nothing was.</summary>
    public readonly IReadOnlyList<Violation> ToList() => violations ?? (IReadOnlyList<Violation>)[];
}
