namespace Msp.Customers.Rules;

/// <summary>
/// A rule that a host can add, remove, replace or make a warning. Derive from <see cref="SaveRule{T}"/> or <see cref="DeletionRule{T}"/>.
/// </summary>
public abstract class Rule
{
    private protected Rule(IEnumerable<RuleDescriptor> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        Codes = [.. codes];
        if (Codes.Count == 0)
        {
            throw new ArgumentException("A rule must have at least one code.", nameof(codes));
        }
    }

    /// <summary>The codes that the rule reports; at least one.</summary>
    public IReadOnlyList<RuleDescriptor> Codes { get; }
}
