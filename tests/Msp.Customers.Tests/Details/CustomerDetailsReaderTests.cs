using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Details;

public sealed class CustomerDetailsReaderTests
{
    [Fact]
    public async Task Each_section_has_the_state_of_its_provider_and_does_not_affect_the_others()
    {
        using var release = new ManualResetEventSlim();
        var time = new ManualTimeProvider();
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
                            release.Wait(CancellationToken.None);
                            return new((StorageGrowth?)null);
                        }
                    )
                )
                .AddSingleton(Source<CloudStatus>((_, _) => throw new InvalidOperationException("Ada Example")))
        );
        var customer = await host.AddAsync(Valid.Draft());

        var reading = host.Get<CustomerDetailsReader>().ReadAsync(customer.Id);
        await time.ExpireAsync(count: 2).WaitAsync(TimeSpan.FromSeconds(60));
        var page = (await reading)!;
        release.Set();

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
    public async Task An_expired_console_link_is_not_shown()
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
    public async Task Reading_the_page_can_be_cancelled()
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
    public async Task An_unknown_customer_has_no_page()
    {
        using var host = new Host();

        (await host.Get<CustomerDetailsReader>().ReadAsync(new CustomerId("none"))).Should().BeNull();
    }

    private static ISectionProvider<T> Source<T>(Func<Customer, CancellationToken, ValueTask<T?>> read)
        where T : class => new DelegateProvider<T>(read);

    private sealed class DelegateProvider<T>(Func<Customer, CancellationToken, ValueTask<T?>> read) : ISectionProvider<T>
        where T : class
    {
        public ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken) => read(customer, cancellationToken);
    }
}
