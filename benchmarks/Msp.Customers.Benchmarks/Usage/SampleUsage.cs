using Msp.Customers.Benchmarks.Quotas;
using Msp.Customers.Usage;

namespace Msp.Customers.Benchmarks.Usage;

internal static class SampleUsage
{
    private const int MostEntries = 1_000_000;

    // Days in no order, a little beyond the quotas' at both ends. Fewer entries are larger ones: at every size they use up most quotas and more.
    public static DailyUsage[] Of(Customer customer, int entries) =>
        Array.ConvertAll(
            SampleQuotas.DaysAround(customer, entries),
            day => new DailyUsage(day, Credits.FromMicros((1_000 + (day.DayOfYear * 7)) * (MostEntries / entries)))
        );
}
