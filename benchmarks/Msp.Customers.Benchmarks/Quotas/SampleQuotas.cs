using NodaTime;

namespace Msp.Customers.Benchmarks.Quotas;

internal static class SampleQuotas
{
    private static readonly LocalDate Start = new(2020, 1, 1);

    public static Customer CustomerWith(int count, QuotaLayout layout)
    {
        var draft = new CustomerDraft { AccountName = "Northwind", OrganizationName = "Northwind Traders" };
        var month = 0;
        for (var i = 0; i < count; i++)
        {
            var isTopUp = layout == QuotaLayout.TopUps && i % 4 == 3;
            var from = Start.PlusMonths(month);
            draft.Quotas.Add(
                isTopUp
                    ? new QuotaDraft
                    {
                        Credits = 20,
                        EffectiveDate = from.PlusDays(-17),
                        EndDate = from.PlusDays(-18).PlusMonths(6),
                        Priority = i % 8 == 3 ? -1 : 0,
                    }
                    : new QuotaDraft
                    {
                        Credits = 100,
                        EffectiveDate = from,
                        EndDate = from.PlusMonths(1).PlusDays(-1),
                    }
            );
            month += isTopUp ? 0 : 1;
        }

        return Customer.Register(draft, CustomerTerms.Default, Start);
    }

    // Days over the whole range and slightly beyond it, in an order that branch prediction cannot learn.
    public static LocalDate[] DaysAround(Customer customer, int count)
    {
        var first = customer.Quotas.Min(q => q.EffectiveDate).PlusDays(-10);
        var last = customer.Quotas.Max(q => q.EndDate!.Value).PlusDays(10);
        var span = (uint)Period.DaysBetween(first, last) + 1;
        var days = new LocalDate[count];
        var state = 2463534242u;
        for (var i = 0; i < count; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            days[i] = first.PlusDays((int)(state % span));
        }

        return days;
    }
}
