using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Details;

// What only a host knows, asked through code that may do anything.
public sealed class HostSourcesTests
{
    private readonly Lines lines = new();

    [Fact]
    public async Task Every_part_shows_what_its_source_answers()
    {
        var link = new ConsoleLink(new Uri("https://console.example/"), Instant.FromUtc(2026, 3, 1, 12, 0, 1));
        var page = await PageAsync(services =>
            services
                .AddSingleton(Source<BackupJobs>((_, _) => new(new BackupJobs(3, 1, 0, null))))
                .AddSingleton(Source<DataProtection>((_, _) => new(new DataProtection(9, 2))))
                .AddSingleton(Source<ServiceUtilization>((_, _) => new(new ServiceUtilization([new ServiceUse("M365", 12.5m, "TB")]))))
                .AddSingleton(Source<StorageGrowth>((_, _) => new(new StorageGrowth([new StoragePoint(Valid.Today, 5)]))))
                .AddSingleton(Source<CloudStatus>((_, _) => new(new CloudStatus(CloudHealth.Degraded))))
                .AddSingleton(Source<ConsoleLink>((_, _) => new(link)))
        );

        (page.BackupJobs.State, page.BackupJobs.Value!.Failed).Should().Be((ExternalSectionState.Available, 1));
        page.DataProtection.Value!.ProtectedSources.Should().Be(9);
        page.ServiceUtilization.Value!.Services.Should().ContainSingle();
        page.StorageGrowth.Value!.Points.Should().ContainSingle();
        page.CloudStatus.Value!.Health.Should().Be(CloudHealth.Degraded);
        page.Console.Value.Should().BeSameAs(link, "it is usable for one more second");
        lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_source_is_asked_about_the_customer_of_the_page()
    {
        Customer? asked = null;
        var page = await PageAsync(services =>
            services.AddSingleton(
                Source<CloudStatus>(
                    (customer, _) =>
                    {
                        asked = customer;
                        return new(new CloudStatus(CloudHealth.Operational));
                    }
                )
            )
        );

        asked!.Id.Should().Be(page.Id);
    }

    [Theory]
    [InlineData("throws at once", ExternalSectionState.Failed)]
    [InlineData("throws later", ExternalSectionState.Failed)]
    [InlineData("gives up by itself", ExternalSectionState.Failed)]
    [InlineData("never ends", ExternalSectionState.TimedOut)]
    [InlineData("heeds nothing", ExternalSectionState.TimedOut)]
    [InlineData("throws on being cancelled", ExternalSectionState.TimedOut)]
    public async Task A_source_that_fails_costs_its_own_part_and_the_rest_of_the_page_is_there(string manner, ExternalSectionState state)
    {
        var page = await PageAsync(
            services =>
                services
                    .AddSingleton(Source<BackupJobs>((_, cancelled) => MisbehaveAsync(manner, cancelled)))
                    .AddSingleton(Source<CloudStatus>((_, _) => new(new CloudStatus(CloudHealth.Operational)))),
            timesOut: state == ExternalSectionState.TimedOut
        );

        page.BackupJobs.Should().BeEquivalentTo(new { State = state, Value = (BackupJobs?)null });
        DemandTheRest(page);
    }

    [Fact]
    public async Task A_source_that_blocks_on_being_cancelled_holds_nobody_up()
    {
        using var release = new ManualResetEventSlim();
        try
        {
            var page = await PageAsync(
                    services =>
                        services
                            .AddSingleton(
                                Source<BackupJobs>(
                                    async (_, cancelled) =>
                                    {
                                        using var registered = cancelled.Register(() => release.Wait(CancellationToken.None));
                                        await Task.Delay(Timeout.Infinite, cancelled);
                                        return null;
                                    }
                                )
                            )
                            .AddSingleton(Source<CloudStatus>((_, _) => new(new CloudStatus(CloudHealth.Operational)))),
                    timesOut: true
                )
                .WaitAsync(TimeSpan.FromSeconds(60));

            page.BackupJobs.State.Should().Be(ExternalSectionState.TimedOut);
            DemandTheRest(page);
        }
        finally
        {
            release.Set();
        }
    }

    [Fact]
    public async Task A_source_that_is_no_longer_waited_for_is_told_so()
    {
        var told = new TaskCompletionSource();
        await PageAsync(
            add: services =>
                services.AddSingleton(
                    Source<BackupJobs>(
                        async (_, cancelled) =>
                        {
                            using var registered = cancelled.Register(told.SetResult);
                            await Task.Delay(Timeout.Infinite, CancellationToken.None);
                            return null;
                        }
                    )
                ),
            timesOut: true
        );

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    // By the system's time, and far less than a source needs to begin.
    [Fact]
    public async Task A_source_that_begins_after_its_time_is_told_so()
    {
        var told = new TaskCompletionSource();
        using var host = new Host(
            details: o => o.SourceTimeout = TimeSpan.FromTicks(1),
            add: services =>
                services.AddSingleton(
                    Source<BackupJobs>(
                        async (_, cancelled) =>
                        {
                            using var registered = cancelled.Register(told.SetResult);
                            await Task.Delay(Timeout.Infinite, CancellationToken.None);
                            return null;
                        }
                    )
                )
        );
        var customer = await host.AddAsync(Valid.Draft());

        await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_log_names_the_part_and_the_failure_and_not_what_it_says_of_people()
    {
        await PageAsync(services =>
            services.AddSingleton(Source<BackupJobs>((_, _) => throw new InvalidOperationException("Ada Example")))
        );

        lines
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("Warning: The provider of section BackupJobs failed for customer * with InvalidOperationException.")
            .And.NotContain("Ada");
    }

    private static void DemandTheRest(CustomerDetails page)
    {
        page.CloudStatus.State.Should().Be(ExternalSectionState.Available);
        page.DataProtection.State.Should().Be(ExternalSectionState.NotConnected);
        page.Account.OrganizationName.Should().Be("Northwind Traders");
        page.Contacts.Select(c => c.Number).Should().Equal(1, 2);
        page.StorageAndCredits.Quotas.Should().ContainSingle();
    }

    private static async ValueTask<BackupJobs?> MisbehaveAsync(string manner, CancellationToken cancelled)
    {
        switch (manner)
        {
            case "throws at once":
                throw new InvalidOperationException();
            case "throws later":
                await Task.Yield();
                throw new InvalidOperationException();
            case "gives up by itself":
                throw new OperationCanceledException();
            case "throws on being cancelled":
                cancelled.Register(() => throw new InvalidOperationException());
                break;
        }

        await Task.Delay(Timeout.Infinite, manner == "heeds nothing" ? CancellationToken.None : cancelled);
        return null;
    }

    private async Task<CustomerDetails> PageAsync(Action<IServiceCollection> add, bool timesOut = false)
    {
        var time = new HeldTime();
        using var host = new Host(add: services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<ILogger<CustomerDetailsReader>>(lines);
            add(services);
        });
        var customer = await host.AddAsync(Valid.Draft());
        var reading = host.Get<CustomerDetailsReader>().ReadAsync(customer.Id);
        if (timesOut)
        {
            await time.RunOutForAsync(left: 1).WaitAsync(TimeSpan.FromSeconds(60));
        }

        return (await reading)!;
    }

    private static ISectionProvider<T> Source<T>(Func<Customer, CancellationToken, ValueTask<T?>> read)
        where T : class => new Plain<T>(read);

    private sealed class Plain<T>(Func<Customer, CancellationToken, ValueTask<T?>> read) : ISectionProvider<T>
        where T : class
    {
        public ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken) => read(customer, cancellationToken);
    }

    private sealed class Lines : ConcurrentQueue<string>, ILogger<CustomerDetailsReader>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
    }
}
