using Msp.Customers.Benchmarks.Quotas;
using Msp.Customers.Usage;

namespace Msp.Customers.Benchmarks.Usage;

internal static class SampleUsage
{
    private const int MostEntries = 1_000_000;

    // Unordered days, slightly beyond the quotas at both ends. Fewer entries have larger amounts: at every size, they exhaust most
    // quotas and cause overage.
    public static DailyUsage[] Of(Customer customer, int entries) =>
        Array.ConvertAll(
            SampleQuotas.DaysAround(customer, entries),
            day => new DailyUsage(day, Credits.FromMicros((1_000 + (day.DayOfYear * 7)) * (MostEntries / entries)))
        );
}
