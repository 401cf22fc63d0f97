using Msp.Customers.Testing.Facts;
using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class SqliteTests
{
    public static TheoryData<string> Facts => [.. StorageFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Entity_Framework_Core_on_SQLite_is_sound(string fact)
    {
        await using var storage = new SqliteFile();
        await StorageFacts.Named(fact).RunAsync(storage);
    }
}
