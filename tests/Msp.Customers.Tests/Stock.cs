using System.Text.Json;

namespace Msp.Customers.Tests;

// All that is stored, as text to compare.
internal static class Stock
{
    public static async Task<string> StockAsync(this Host host) =>
        JsonSerializer.Serialize((await host.Customers.ListAsync()).Select(c => c.ToSnapshot()))
        + JsonSerializer.Serialize((await host.Plans.ListAsync()).Select(p => p.ToSnapshot()));
}
