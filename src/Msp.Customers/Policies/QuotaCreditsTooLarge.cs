using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates more than a trillion credits; one that large is unlimited.</summary>
public sealed class QuotaCreditsTooLarge : CreditsRule
{
    internal QuotaCreditsTooLarge()
        : base("quota.credits-too-large", "The credits {Credits} are more than {Max}.") { }

    private protected override bool IsBroken(decimal? credits, bool unlimited) => credits > Credits.Max.Amount;

    private protected override Violation At(string path, decimal? credits) =>
        Violated(path, ("Credits", credits!.Value), ("Max", Credits.Max));
}
