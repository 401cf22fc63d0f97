using Msp.Customers.Testing;
using Xunit;

public sealed class OwnStorageTests
{
    public static TheoryData<string> Facts =>
        [.. ConformanceFacts.For(ConformanceArea.Customers, ConformanceArea.Plans).Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_storage_is_sound(string fact)
    {
        await using var storage = new OwnStorage();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }
}
