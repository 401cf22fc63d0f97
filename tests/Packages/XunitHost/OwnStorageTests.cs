using Msp.Customers.Testing;
using Msp.Customers.Testing.Facts;
using Xunit;

public sealed class OwnStorageTests
{
    public static TheoryData<string> Facts =>
        [.. StorageFacts.About(StorageSubject.Customers, StorageSubject.Plans).Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_storage_is_sound(string fact)
    {
        await using var storage = new OwnStorage();
        await StorageFacts.Named(fact).RunAsync(storage);
    }
}
