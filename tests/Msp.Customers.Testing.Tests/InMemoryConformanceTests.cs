using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class InMemoryConformanceTests
{
    // No other application can write to rows in memory.
    public static TheoryData<string> Facts =>
        [.. ConformanceFacts.All.Where(f => !f.Areas.Contains(ConformanceArea.Damage)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_in_memory_stores_pass_the_conformance_facts(string fact)
    {
        await using var storage = new MemoryStorage();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }
}
