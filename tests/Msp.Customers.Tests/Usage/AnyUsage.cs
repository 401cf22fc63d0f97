using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

// Generates quotas and usage with few credits on few days, so that they overlap.
internal static class AnyUsage
{
    public static readonly Gen<decimal> Amount = Gen.Int[1, 40].Select(n => n / 4m);

    public static readonly Gen<DailyUsage> Daily = Gen.Select(Gen.Int[0, 30], Amount)
        .Select((day, amount) => new DailyUsage(Valid.Today.PlusDays(day), Credits.Of(amount)));

    public static readonly Gen<DailyUsage[]> Usage = Daily.Array[0, 12];

    public static readonly Gen<QuotaDraft> Quota = Gen.Select(
            Gen.Int[0, 30],
            Gen.Int[0, 12],
            Amount,
            Gen.Int[0, 9],
            Gen.Int[0, 1],
            Gen.Int[-2, 60]
        )
        .Select(
            (start, length, amount, kind, priority, voided) =>
                new QuotaDraft
                {
                    Credits = kind == 0 ? null : amount,
                    Unlimited = kind == 0,
                    EffectiveDate = Valid.Today.PlusDays(start),
                    EndDate = kind == 1 ? null : Valid.Today.PlusDays(start + length),
                    VoidedFrom = voided < 15 ? Valid.Today.PlusDays(start + voided) : null,
                    Priority = priority,
                }
        );

    // Each cap alone, both and none. The percentages also give credits that are not a multiple of a quarter.
    public static readonly Gen<CarryOverDraft> CarryOver = Gen.Select(Gen.Int[0, 3], Amount, Any.Of(33.333333m, 50m, 100m, 250m), Gen.Bool)
        .Select(
            (caps, maxCredits, maxPercent, compounds) =>
                new CarryOverDraft
                {
                    MaxCredits = (caps & 1) != 0 ? maxCredits : null,
                    MaxPercent = (caps & 2) != 0 ? maxPercent : null,
                    Compounds = compounds,
                }
        );

    // Most quotas carry over from an earlier quota, and many start on the day after the previous quota ends.
    public static readonly Gen<IReadOnlyList<CreditQuota>> Quotas = Gen.Select(
            Quota.List[0, 6],
            CarryOver.Array[6],
            Gen.Int[0, 15].Array[6]
        )
        .Select(
            (drafts, carryOvers, picks) =>
            {
                for (var i = 1; i < drafts.Count; i++)
                {
                    if (picks[i] % 4 != 0 && drafts[i - 1].EndDate is { } before && before < Valid.Today.PlusDays(30))
                    {
                        Shift(drafts[i], Period.DaysBetween(drafts[i].EffectiveDate!.Value, before) + 1);
                    }

                    var ended = Enumerable.Range(0, i).Where(j => drafts[j].EndDate < drafts[i].EffectiveDate).ToList();
                    if (picks[i] < 12 && ended.Count > 0)
                    {
                        (drafts[i].CarryOver = carryOvers[i]).From = ended[^(1 + (picks[i] / 4 % ended.Count))] + 1;
                    }
                }

                return Of(drafts);
            }
        );

    public static readonly Gen<LocalDate> Day = Gen.Int[-1, 45].Select(day => Valid.Today.PlusDays(day));

    // The quota numbers are the positions in the list, from 1. Carry-over refers to them.
    public static IReadOnlyList<CreditQuota> Of(List<QuotaDraft> drafts)
    {
        var carried = drafts.ConvertAll(d => d.CarryOver);
        drafts.ForEach(d => d.CarryOver = null);
        var customer = Customer.Register(
            new CustomerDraft
            {
                AccountName = "a",
                OrganizationName = "b",
                Quotas = drafts,
            },
            CustomerTerms.Default,
            Valid.Today
        );
        var draft = customer.ToDraft();
        for (var i = 0; i < carried.Count; i++)
        {
            drafts[i].CarryOver = draft.Quotas[i].CarryOver = carried[i];
        }

        customer.Edit(draft, CustomerTerms.Default);
        return customer.Quotas;
    }

    public static void Shift(QuotaDraft draft, int days)
    {
        draft.EffectiveDate = draft.EffectiveDate!.Value.PlusDays(days);
        draft.EndDate = draft.EndDate?.PlusDays(days);
        draft.VoidedFrom = draft.VoidedFrom?.PlusDays(days);
    }
}
