using Msp.Customers;
using Msp.Customers.AspNetCore;
using NodaTime;

namespace QuickStart;

internal sealed class DemoCloudStatus : ISectionProvider<CloudStatus>
{
    public ValueTask<CloudStatus?> ReadAsync(Customer customer, CancellationToken cancellationToken) =>
        new(new CloudStatus(CloudHealth.Operational));
}

internal sealed class DemoConsole(BusinessCalendar calendar) : ISectionProvider<ConsoleLink>
{
    public ValueTask<ConsoleLink?> ReadAsync(Customer customer, CancellationToken cancellationToken) =>
        new(
            new ConsoleLink(
                new Uri($"https://console.example/customers/{Uri.EscapeDataString(customer.Id.Value)}"),
                calendar.Now + Duration.FromMinutes(30)
            )
        );
}
