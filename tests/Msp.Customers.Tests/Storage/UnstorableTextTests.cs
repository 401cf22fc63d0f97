using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Storage;

public sealed class UnstorableTextTests
{
    [Theory]
    [MemberData(nameof(UnstorableText.Cases), MemberType = typeof(UnstorableText))]
    public async Task F40_Text_that_no_storage_can_hold_finds_nothing_in_memory(string way, string text)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddMspCustomers().UseInMemoryStorage().AddUsage().AddCustomerDetails();
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await UnstorableText.FillAsync(scope.ServiceProvider);

        (await UnstorableText.AskAsync(scope.ServiceProvider, way, text)).Should().Be(0);
    }
}
