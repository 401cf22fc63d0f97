using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Storage;

public sealed class UnstorableTextTests
{
    [Theory]
    [MemberData(nameof(InvalidStoredText.Cases), MemberType = typeof(InvalidStoredText))]
    public async Task F40_Text_that_cannot_be_stored_finds_nothing_in_memory(string way, string text)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddMspCustomers().UseInMemoryStorage().AddUsage().AddCustomerDetails();
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await InvalidStoredText.FillAsync(scope.ServiceProvider);

        (await InvalidStoredText.RunAsync(scope.ServiceProvider, way, text)).Should().Be(0);
    }
}
