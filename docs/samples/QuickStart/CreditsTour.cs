using Msp.Customers;
using Msp.Customers.Usage;

namespace QuickStart;

/// <summary>What a user of the portal sees of a customer's credits: a statement of the last days, what is to be expected, and the alerts of these days.</summary>
internal sealed class CreditsTour(CustomerCredits credits, BusinessCalendar calendar, Screens screens)
{
    private const int DaysBack = 30;
    private const int DaysAhead = 365;

    public async Task RunAsync(Customer customer)
    {
        var today = calendar.Today(customer.TimeZone);
        var before = today.PlusDays(-DaysBack);
        var statement = await credits.StatementAsync(customer.Id, new EffectivePeriod(before.PlusDays(1), today));
        var forecast = await credits.ForecastAsync(customer.Id, DaysAhead, DaysBack);

        // A host that runs each day asks since the day before, and sends each key once.
        var alerts = await credits.AlertsAsync(customer.Id, before);
        screens.Credits(customer, statement!, forecast!, alerts!);
    }
}
