using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;
using Msp.Customers.Storage;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Details;

// The usage of the last 90 days and the forecast on the page.
public sealed class UsageOnPageTests
{
    [Fact]
    public async Task The_last_90_days_end_on_the_date_of_the_page_and_include_days_without_usage()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (-90, 1), (-89, 2), (-3, 4), (-3, 8.25m), (0, 16), (1, 32));

        var days = (await UsageAsync(host, customer)).LastDays;

        days.Select(d => d.Date).Should().Equal(Enumerable.Range(-89, 90).Select(day => Valid.Today.PlusDays(day)));
        days.Where(d => d.Credits != 0)
            .Should()
            .Equal(
                new UsagePoint(Valid.Today.PlusDays(-89), 2),
                new UsagePoint(Valid.Today.PlusDays(-3), 12.25m),
                new UsagePoint(Valid.Today, 16)
            );
    }

    [Fact]
    public async Task The_usage_of_a_day_can_exceed_the_maximum_of_credits()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (0, Credits.Max.Amount), (0, Credits.Max.Amount), (0, 0.000001m));

        (await UsageAsync(host, customer)).LastDays[^1].Credits.Should().Be(2_000_000_000_000.000001m);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 1, 7)]
    [InlineData("Pacific/Pago_Pago", 0, 3)]
    [InlineData("Etc/GMT+12", 0, 3)]
    public async Task The_usage_is_as_of_today_in_the_customers_time_zone(string zone, int day, int used)
    {
        using var host = new Host();
        var draft = Valid.Draft();
        draft.TimeZone = zone;
        var customer = await host.AddAsync(draft);
        await UseAsync(host, customer, (0, 3), (1, 4));

        var usage = await UsageAsync(host, customer);

        usage.LastDays[^1].Date.Should().Be(Valid.Today.PlusDays(day));
        usage.Used.Should().Be(used);
    }

    [Fact]
    public async Task The_forecast_uses_the_days_and_the_window_of_the_options()
    {
        using var host = new Host(details: o => (o.ForecastDays, o.ForecastWindowDays) = (28, 5));
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (-5, 1_000), (-4, 12.5m), (0, 15));

        var forecast = (await UsageAsync(host, customer)).Forecast!;

        // 85 remaining credits at 5.5 a day last 15 days. The usage of 1,000 is before the window.
        forecast
            .Should()
            .BeEquivalentTo(new ForecastDetails(Valid.Today.PlusDays(28), 5.5m, Valid.Today.PlusDays(16), (28 * 5.5m) - 85, []));
    }

    [Fact]
    public async Task The_default_forecast_covers_a_year_and_uses_the_last_30_days()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (-30, 1_000), (-29, 30));

        var forecast = (await UsageAsync(host, customer)).Forecast!;

        (forecast.Through, forecast.CreditsPerDay).Should().Be((Valid.Today.PlusDays(365), 1m));
        forecast.ExpectedToExpire.Should().Equal(new ExpiringCredits(1, 71));
        forecast.RunsOutOn.Should().Be(Valid.Today.PlusDays(30), "the last day of the quota is the day before");
    }

    [Fact]
    public async Task Usage_is_covered_by_the_consumption_policy_of_the_host()
    {
        using var host = new Host(usage: o =>
            o.Consumption = new ConsumptionPolicy { BackdatedCoverage = BackdatedCoverage.OnEffectiveDate }
        );
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (-1, 30));

        (await UsageAsync(host, customer)).Overage.Should().Be(0, "the quota covers the usage of the day before it starts");
    }

    [Fact]
    public async Task The_page_of_the_last_supported_day_has_no_forecast()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        host.Clock.Reset(SupportedDates.Last.AtMidnight().InUtc().ToInstant());

        var usage = await UsageAsync(host, customer);

        (usage.Forecast, usage.LastDays[^1].Date, usage.Totals.Expired).Should().Be((null, SupportedDates.Last, 100m));
    }

    [Fact]
    public async Task The_page_has_everything_but_usage_without_a_usage_store()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        services.AddMspCustomers().UseStorage(_ => Customers, _ => new InMemoryPlanStore()).AddUsage().AddCustomerDetails();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = provider.CreateScope();
        var customer = await scope.ServiceProvider.GetRequiredService<CustomerRepository>().AddAsync(Valid.Customer());

        var section = (await scope.ServiceProvider.GetRequiredService<CustomerDetailsReader>().ReadAsync(customer.Id))!.StorageAndCredits;

        section.Usage.Should().BeNull();
        section
            .Quotas.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Number = 1,
                    State = PeriodState.InForce,
                    DaysLeft = 30,
                    Balance = (QuotaBalance?)null,
                }
            );
        section.Decision.ConsumedFirst!.Number.Should().Be(1);
    }

    [Fact]
    public async Task The_usage_store_is_read_once_for_a_page()
    {
        var store = new CountingUsageStore(new InMemoryUsageStore(Customers));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        services
            .AddMspCustomers()
            .UseStorage(_ => Customers, _ => new InMemoryPlanStore())
            .UseUsageStore(_ => store)
            .AddUsage()
            .AddCustomerDetails();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        var customer = await scope.ServiceProvider.GetRequiredService<CustomerRepository>().AddAsync(Valid.Customer());

        await scope.ServiceProvider.GetRequiredService<CustomerDetailsReader>().ReadAsync(customer.Id);

        store.Reads.Should().Be(1);
    }

    [Fact]
    public async Task The_text_of_the_section_contains_no_personal_data()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        await UseAsync(host, customer, (0, 3));

        var page = (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!.StorageAndCredits;

        string.Join('\n', [page, page.Usage, .. page.Quotas, .. page.Usage!.LastDays])
            .Should()
            .NotContainAny("Northwind", "Ada", "Grace", "+49", "421 ");
    }

    private InMemoryCustomerStore Customers { get; } = new();

    private static async Task UseAsync(Host host, Customer customer, params (int Day, decimal Credits)[] usage) =>
        await host.Get<UsageLedger>()
            .PostAsync([
                .. usage.Select(
                    (u, n) =>
                        new UsageDraft
                        {
                            Customer = customer.Id.Value,
                            Key = $"{n}",
                            Date = Valid.Today.PlusDays(u.Day),
                            Credits = u.Credits,
                        }
                ),
            ]);

    private static async Task<UsageDetails> UsageAsync(Host host, Customer customer) =>
        (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!.StorageAndCredits.Usage!;

    private sealed class CountingUsageStore(IUsageStore store) : IUsageStore
    {
        public int Reads { get; private set; }

        public Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return store.FindAsync(keys, cancellationToken);
        }

        public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default)
        {
            Reads++;
            return store.ReadAsync(customer, cancellationToken);
        }

        public IAsyncEnumerable<UsageEntry> ListAsync(
            CustomerId customer,
            EffectivePeriod period,
            CancellationToken cancellationToken = default
        )
        {
            Reads++;
            return store.ListAsync(customer, period, cancellationToken);
        }

        public Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default) =>
            store.AppendAsync(entries, cancellationToken);
    }
}
