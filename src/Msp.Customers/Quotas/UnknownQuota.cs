using Msp.Customers.Rules;

namespace Msp.Customers.Quotas;

/// <summary>A draft names a quota by a number that the customer has not given.</summary>
public sealed class UnknownQuota : Rule
{
    private UnknownQuota()
        : base("quota.number-unknown", Severity.Error, "The customer has no quota number {Number}; a new quota has no number.") { }

    /// <summary>The rule.</summary>
    public static UnknownQuota Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
