using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates nothing, or less.</summary>
public sealed class QuotaCreditsNotPositive : CreditsRule
{
    internal QuotaCreditsNotPositive()
        : base("quota.credits-not-positive", "The credits {Credits} are not more than zero.") { }

    private protected override bool IsBroken(decimal? credits, bool unlimited) => credits <= 0;

    private protected override Violation At(string path, decimal? credits) => Violated(path, ("Credits", credits!.Value));
}
