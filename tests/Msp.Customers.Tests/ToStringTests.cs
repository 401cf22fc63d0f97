using System.Globalization;
using Msp.Customers.Storage;
using Msp.Customers.Tests.Usage;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests;

// The text of results, in a culture with other formats of dates and numbers.
public sealed class ToStringTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public ToStringTests() => CultureInfo.CurrentCulture = new CultureInfo("de-DE");

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Fact]
    public async Task The_text_of_a_result_has_ISO_dates_and_culture_invariant_numbers()
    {
        var host = await UsageHost.OfAsync(Valid.Quota());
        var posted = await host.PostAsync(host.Draft("job-7", 12.5m));
        var balance = await host.BalanceAsync(Valid.Today);
        var statement = await host.Credits.StatementAsync(host.Id, new EffectivePeriod(Valid.Today, Valid.Today.PlusDays(30)));
        var forecast = await host.Credits.ForecastAsync(host.Id, 10, 1);

        posted.Single().ToString().Should().Be("job-7: 12.5 credits on 2026-03-01");
        balance.ToString().Should().Be("Balance on 2026-03-01: used 12.5, covered 12.5, overage 0, remaining 87.5");
        balance.Quotas[0].ToString().Should().Be("Quota 1, InForce: granted 100, consumed 12.5, remaining 87.5");
        statement!.ToString().Should().Be("Statement of 2026-03-01..2026-03-31: used 12.5, overage 0, 1 quotas");
        forecast!.ToString().Should().Be("Forecast of 2026-03-01 through 2026-03-11: 12.5 credits a day, run out on 2026-03-09");
        new DailyUsage(Valid.Today, Credits.Of(0.5m), IsVoid: true).ToString().Should().Be("2026-03-01: 0.5 void");
        new DailyOverage(Valid.Today, 1.5m).ToString().Should().Be("2026-03-01: 1.5");
    }

    [Fact]
    public async Task The_text_of_a_row_contains_no_names()
    {
        var store = new InMemoryCustomerStore();
        await store.AddAsync(Customer.Register(Valid.Draft("Northwind"), CustomerTerms.Default, Valid.Today));

        var row = (await store.RowsAsync(new CustomerPageRequest())).Items.Single();

        row.ToString().Should().StartWith($"Customer {row.Id}, Active, Evaluation").And.NotContain("Northwind");
    }
}
