using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates a fraction of the smallest amount. Nothing is rounded.</summary>
public sealed class QuotaCreditsTooFine : CreditsRule
{
    internal QuotaCreditsTooFine()
        : base("quota.credits-too-fine", "The credits {Credits} have more than six decimal places.") { }

    private protected override bool IsBroken(decimal? credits, bool unlimited) => credits is { } amount && Credits.IsTooFine(amount);

    private protected override Violation At(string path, decimal? credits) => Violated(path, ("Credits", credits!.Value));
}
