namespace Msp.Customers.Policies;

/// <summary>A quota says nothing of its credits. Unset, zero and unlimited are three different things.</summary>
public sealed class QuotaCreditsMissing : CreditsRule
{
    internal QuotaCreditsMissing()
        : base("quota.credits-missing", "The quota has neither credits nor is it unlimited.") { }

    private protected override bool IsBroken(decimal? credits, bool unlimited) => credits is null && !unlimited;
}
