using Msp.Customers;
using Msp.Customers.Usage;

namespace QuickStart;

/// <summary>Shows the credits of a customer: a statement of the last days, the forecast, and the alerts of these days.</summary>
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

        // A host that runs daily passes the previous day, and sends each key once.
        var alerts = await credits.AlertsAsync(customer.Id, before);
        screens.Credits(customer, statement!, forecast!, alerts!);
    }
}
