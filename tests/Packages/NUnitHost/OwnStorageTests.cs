using Msp.Customers.Testing;
using Msp.Customers.Testing.Facts;
using NUnit.Framework;

public sealed class OwnStorageTests
{
    private static IEnumerable<string> Facts =>
        StorageFacts.About(StorageSubject.Customers, StorageSubject.Plans).Select(fact => fact.Name);

    [TestCaseSource(nameof(Facts))]
    public async Task The_storage_is_sound(string fact)
    {
        await using var storage = new OwnStorage();
        await StorageFacts.Named(fact).RunAsync(storage);
    }
}
