using Msp.Customers.Testing.Facts;
using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class MemoryTests
{
    // Nothing else writes to the rows in memory.
    public static TheoryData<string> Facts =>
        [.. StorageFacts.All.Where(f => !f.Subjects.Contains(StorageSubject.Damage)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_stores_in_memory_are_sound(string fact)
    {
        await using var storage = new MemoryStorage();
        await StorageFacts.Named(fact).RunAsync(storage);
    }
}
