using Msp.Customers.Rules;

namespace Msp.Customers.Consumption;

/// <summary>An authorization asks for more than quotas cover and the overage policy allows.</summary>
public sealed class CreditsShort : Rule
{
    private CreditsShort()
        : base(
            "authorization.credits-short",
            Severity.Error,
            "The quotas can cover {Available} of the {Requested} credits requested for {Date}, and the policy allows no more."
        ) { }

    /// <summary>The rule.</summary>
    public static CreditsShort Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
