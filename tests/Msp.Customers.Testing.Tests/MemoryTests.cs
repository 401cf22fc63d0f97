using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class MemoryTests
{
    // Nothing else writes to the rows in memory.
    public static TheoryData<string> Facts =>
        [.. ConformanceFacts.All.Where(f => !f.Areas.Contains(ConformanceArea.Damage)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_stores_in_memory_are_sound(string fact)
    {
        await using var storage = new MemoryStorage();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }
}
