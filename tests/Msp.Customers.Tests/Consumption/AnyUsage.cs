using CsCheck;
using Msp.Customers.Consumption;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Consumption;

// Quotas and usage small enough to meet: few credits, few days.
internal static class AnyUsage
{
    public static readonly Gen<decimal> Amount = Gen.Int[1, 40].Select(n => n / 4m);

    public static readonly Gen<DailyUsage> Daily = Gen.Select(Gen.Int[0, 30], Amount)
        .Select((day, amount) => new DailyUsage(Valid.Today.PlusDays(day), Credits.Of(amount)));

    public static readonly Gen<DailyUsage[]> Usage = Daily.Array[0, 12];

    public static readonly Gen<QuotaDraft> Quota = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12], Amount, Gen.Int[0, 9], Gen.Int[0, 1], Gen.Int[-2, 60])
        .Select((start, length, amount, kind, priority, voided) => new QuotaDraft
        {
            Credits = kind == 0 ? null : amount,
            Unlimited = kind == 0,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = kind == 1 ? null : Valid.Today.PlusDays(start + length),
            VoidedFrom = voided < 15 ? Valid.Today.PlusDays(start + voided) : null,
            Priority = priority,
        });

    public static readonly Gen<IReadOnlyList<CreditQuota>> Quotas = Quota.List[0, 6].Select(Of);

    public static readonly Gen<LocalDate> Day = Gen.Int[-1, 45].Select(day => Valid.Today.PlusDays(day));

    public static IReadOnlyList<CreditQuota> Of(List<QuotaDraft> drafts)
    {
        var draft = new CustomerDraft { AccountName = "a", OrganizationName = "b", Quotas = drafts };
        return Customer.Register(draft, Valid.Rules, Valid.Today).Quotas;
    }
}
