using System.Text.Json;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests;

// The complete stored state, as text for comparison.
internal static class StoredState
{
    private static readonly EffectivePeriod Always = new(SupportedDates.First, SupportedDates.Last);

    public static async Task<string> UsageAsync(this Host host, CustomerId customer)
    {
        var entries = new List<UsageEntry>();
        await foreach (var entry in host.Get<IUsageStore>().ListAsync(customer, Always))
        {
            entries.Add(entry);
        }

        return string.Join('\n', entries);
    }

    public static async Task<string> StoredStateAsync(this Host host) =>
        JsonSerializer.Serialize((await host.Customers.ListAsync()).Select(c => c.ToSnapshot()))
        + JsonSerializer.Serialize((await host.Plans.ListAsync()).Select(p => p.ToSnapshot()));
}
