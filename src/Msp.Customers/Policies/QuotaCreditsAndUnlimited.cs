namespace Msp.Customers.Policies;

/// <summary>A quota has an amount and no limit at once.</summary>
public sealed class QuotaCreditsAndUnlimited : CreditsRule
{
    internal QuotaCreditsAndUnlimited()
        : base("quota.credits-and-unlimited", "The quota has credits and is unlimited too; it is one of the two.", "Unlimited") { }

    private protected override bool IsBroken(decimal? credits, bool unlimited) => credits is not null && unlimited;
}
