using Msp.Customers.Testing;
using NUnit.Framework;

public sealed class OwnStorageTests
{
    private static IEnumerable<string> Facts =>
        ConformanceFacts.For(ConformanceArea.Customers, ConformanceArea.Plans).Select(fact => fact.Name);

    [TestCaseSource(nameof(Facts))]
    public async Task The_storage_is_sound(string fact)
    {
        await using var storage = new OwnStorage();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }
}
