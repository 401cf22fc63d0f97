namespace Msp.Customers.ImportExport.Tests;

public sealed class FrozenValuesTests
{
    [Fact]
    public void Files_have_fixed_values() =>
        Values<ImportFile>()
            .Should()
            .Equal("Customers=0", "Contacts=1", "Quotas=2", "CustomerListing=3", "TenantListing=4", "ContactListing=5");

    [Fact]
    public void Phases_have_fixed_values() => Values<ImportPhase>().Should().Equal("Reading=0", "Checking=1", "Storing=2");

    private static IEnumerable<string> Values<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{v}={v:D}");
}
