using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Details;

// The host's providers, which can fail in any way.
public sealed class SectionProviderTests
{
    private readonly LogLines lines = new();

    [Fact]
    public async Task Each_section_has_the_value_of_its_provider()
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
    public async Task A_provider_receives_the_customer_of_the_page()
    {
        Customer? received = null;
        var page = await PageAsync(services =>
            services.AddSingleton(
                Source<CloudStatus>(
                    (customer, _) =>
                    {
                        received = customer;
                        return new(new CloudStatus(CloudHealth.Operational));
                    }
                )
            )
        );

        received!.Id.Should().Be(page.Id);
    }

    [Theory]
    [InlineData("throws at once", ExternalSectionState.Failed)]
    [InlineData("throws later", ExternalSectionState.Failed)]
    [InlineData("cancels itself", ExternalSectionState.Failed)]
    [InlineData("never ends", ExternalSectionState.TimedOut)]
    [InlineData("ignores the cancellation", ExternalSectionState.TimedOut)]
    [InlineData("throws when it is cancelled", ExternalSectionState.TimedOut)]
    public async Task A_failing_provider_affects_only_its_own_section(string failure, ExternalSectionState state)
    {
        var page = await PageAsync(
            services =>
                services
                    .AddSingleton(Source<BackupJobs>((_, cancelled) => FailAsync(failure, cancelled)))
                    .AddSingleton(Source<CloudStatus>((_, _) => new(new CloudStatus(CloudHealth.Operational)))),
            timesOut: state == ExternalSectionState.TimedOut
        );

        page.BackupJobs.Should().BeEquivalentTo(new { State = state, Value = (BackupJobs?)null });
        AssertOtherSections(page);
    }

    [Fact]
    public async Task A_provider_that_blocks_in_its_cancellation_callback_does_not_delay_the_page()
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
            AssertOtherSections(page);
        }
        finally
        {
            release.Set();
        }
    }

    [Fact]
    public async Task A_provider_that_times_out_is_cancelled()
    {
        var cancellation = new TaskCompletionSource();
        await PageAsync(
            add: services =>
                services.AddSingleton(
                    Source<BackupJobs>(
                        async (_, cancelled) =>
                        {
                            using var registered = cancelled.Register(cancellation.SetResult);
                            await Task.Delay(Timeout.Infinite, CancellationToken.None);
                            return null;
                        }
                    )
                ),
            timesOut: true
        );

        await cancellation.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    // With the system time and a timeout that is shorter than the start of a provider.
    [Fact]
    public async Task A_provider_that_starts_after_its_timeout_is_cancelled()
    {
        var cancellation = new TaskCompletionSource();
        using var host = new Host(
            details: o => o.SourceTimeout = TimeSpan.FromTicks(1),
            add: services =>
                services.AddSingleton(
                    Source<BackupJobs>(
                        async (_, cancelled) =>
                        {
                            using var registered = cancelled.Register(cancellation.SetResult);
                            await Task.Delay(Timeout.Infinite, CancellationToken.None);
                            return null;
                        }
                    )
                )
        );
        var customer = await host.AddAsync(Valid.Draft());

        await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id);

        await cancellation.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_log_contains_the_section_and_the_exception_type_and_not_the_exception_message()
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

    private static void AssertOtherSections(CustomerDetails page)
    {
        page.CloudStatus.State.Should().Be(ExternalSectionState.Available);
        page.DataProtection.State.Should().Be(ExternalSectionState.NotConnected);
        page.Account.OrganizationName.Should().Be("Northwind Traders");
        page.Contacts.Select(c => c.Number).Should().Equal(1, 2);
        page.StorageAndCredits.Quotas.Should().ContainSingle();
    }

    private static async ValueTask<BackupJobs?> FailAsync(string failure, CancellationToken cancelled)
    {
        switch (failure)
        {
            case "throws at once":
                throw new InvalidOperationException();
            case "throws later":
                await Task.Yield();
                throw new InvalidOperationException();
            case "cancels itself":
                throw new OperationCanceledException();
            case "throws when it is cancelled":
                cancelled.Register(() => throw new InvalidOperationException());
                break;
        }

        await Task.Delay(Timeout.Infinite, failure == "ignores the cancellation" ? CancellationToken.None : cancelled);
        return null;
    }

    private async Task<CustomerDetails> PageAsync(Action<IServiceCollection> add, bool timesOut = false)
    {
        var time = new ManualTimeProvider();
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
            await time.ExpireAsync(count: 1).WaitAsync(TimeSpan.FromSeconds(60));
        }

        return (await reading)!;
    }

    private static ISectionProvider<T> Source<T>(Func<Customer, CancellationToken, ValueTask<T?>> read)
        where T : class => new DelegateProvider<T>(read);

    private sealed class DelegateProvider<T>(Func<Customer, CancellationToken, ValueTask<T?>> read) : ISectionProvider<T>
        where T : class
    {
        public ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken) => read(customer, cancellationToken);
    }

    private sealed class LogLines : ConcurrentQueue<string>, ILogger<CustomerDetailsReader>
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
