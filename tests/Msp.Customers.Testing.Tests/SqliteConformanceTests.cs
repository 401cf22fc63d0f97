using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class SqliteConformanceTests
{
    public static TheoryData<string> Facts => [.. ConformanceFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Entity_Framework_Core_on_SQLite_passes_the_conformance_facts(string fact)
    {
        await using var storage = new SqliteFile();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }
}
