using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Details;

public sealed class CustomerDetailsReaderTests
{
    [Fact]
    public async Task A_source_that_is_missing_silent_slow_blocked_or_failing_shows_as_such_and_hides_nothing_else()
    {
        using var never = new ManualResetEventSlim();
        var time = new HeldTime();
        using var host = new Host(add: services =>
            services
                .AddSingleton<TimeProvider>(time)
                .AddSingleton(Source<DataProtection>((_, _) => new((DataProtection?)null)))
                .AddSingleton(
                    Source<ServiceUtilization>(
                        async (_, cancelled) =>
                        {
                            await Task.Delay(Timeout.Infinite, cancelled);
                            return null;
                        }
                    )
                )
                .AddSingleton(
                    Source<StorageGrowth>(
                        (_, _) =>
                        {
                            never.Wait(CancellationToken.None);
                            return new((StorageGrowth?)null);
                        }
                    )
                )
                .AddSingleton(Source<CloudStatus>((_, _) => throw new InvalidOperationException("Ada Example")))
        );
        var customer = await host.AddAsync(Valid.Draft());

        var reading = host.Get<CustomerDetailsReader>().ReadAsync(customer.Id);
        await time.RunOutForAsync(left: 2).WaitAsync(TimeSpan.FromSeconds(60));
        var page = (await reading)!;
        never.Set();

        page.BackupJobs.State.Should().Be(ExternalSectionState.NotConnected);
        page.DataProtection.State.Should().Be(ExternalSectionState.None);
        page.ServiceUtilization.State.Should().Be(ExternalSectionState.TimedOut);
        page.StorageGrowth.State.Should().Be(ExternalSectionState.TimedOut);
        page.CloudStatus.State.Should().Be(ExternalSectionState.Failed);
        page.Account.AccountName.Should().Be("Northwind");
        page.Contacts.Should().HaveCount(2);
        page.Date.Should().Be(Valid.Today);
    }

    [Fact]
    public async Task A_console_link_that_has_expired_is_not_shown()
    {
        using var host = new Host(add: services =>
            services.AddSingleton(
                Source<ConsoleLink>((_, _) => new(new ConsoleLink(new Uri("https://console.example/"), Instant.FromUtc(2026, 3, 1, 12, 0))))
            )
        );
        var customer = await host.AddAsync(Valid.Draft());

        (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!.Console.State.Should().Be(ExternalSectionState.None);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_reading()
    {
        using var cancel = new CancellationTokenSource();
        using var host = new Host(add: services =>
            services.AddSingleton(
                Source<CloudStatus>(
                    async (_, cancelled) =>
                    {
                        await cancel.CancelAsync();
                        await Task.Delay(Timeout.Infinite, cancelled);
                        return null;
                    }
                )
            )
        );
        var customer = await host.AddAsync(Valid.Draft());

        await host.Get<CustomerDetailsReader>()
            .Awaiting(r => r.ReadAsync(customer.Id, cancel.Token))
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_customer_that_is_not_stored_has_no_page()
    {
        using var host = new Host();

        (await host.Get<CustomerDetailsReader>().ReadAsync(new CustomerId("none"))).Should().BeNull();
    }

    private static ISectionProvider<T> Source<T>(Func<Customer, CancellationToken, ValueTask<T?>> read)
        where T : class => new Plain<T>(read);

    private sealed class Plain<T>(Func<Customer, CancellationToken, ValueTask<T?>> read) : ISectionProvider<T>
        where T : class
    {
        public ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken) => read(customer, cancellationToken);
    }
}
