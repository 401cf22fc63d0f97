using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Seed;

public sealed class ConsoleAndSummaryTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 12, 0);

    [Fact]
    public async Task Access_the_console_for_a_customer()
    {
        var link = new ConsoleLink(new Uri("https://console.example/northwind"), Now + Duration.FromMinutes(5));

        (await WithAsync(link)).Console.Value.Should().Be(link);
        (await WithAsync(link with { ExpiresAt = Now })).Console.State.Should().Be(ExternalSectionState.None, "the link has expired");
    }

    [Fact]
    public async Task View_backup_jobs()
    {
        var jobs = new BackupJobs(7, 1, 2, Now);

        (await WithAsync(jobs)).BackupJobs.Value.Should().Be(jobs);
    }

    [Fact]
    public async Task View_the_summary_of_data_protection()
    {
        var protection = new DataProtection(ProtectedSources: 40, UnprotectedSources: 2);

        (await WithAsync(protection)).DataProtection.Value.Should().Be(protection);
    }

    [Fact]
    public async Task View_the_summary_of_service_utilization()
    {
        var utilization = new ServiceUtilization([new ServiceUse("M365", 100, "users")]);

        (await WithAsync(utilization)).ServiceUtilization.Value.Should().Be(utilization);
    }

    [Fact]
    public async Task View_the_summary_of_storage_growth()
    {
        var growth = new StorageGrowth([
            new StoragePoint(new LocalDate(2026, 2, 28), 1_000),
            new StoragePoint(new LocalDate(2026, 3, 1), 1_200),
        ]);

        (await WithAsync(growth)).StorageGrowth.Value.Should().Be(growth);
    }

    [Fact]
    public async Task View_the_summary_of_the_cloud_status()
    {
        var status = new CloudStatus(CloudHealth.Degraded, "One region is slow.");

        (await WithAsync(status)).CloudStatus.Value.Should().Be(status);
    }

    [Fact]
    public async Task A_section_without_a_provider_is_not_connected()
    {
        using var portal = new Portal();
        var page = await portal.DetailsAsync((await portal.AddAsync(Valid.Draft())).Id);

        new[]
        {
            page.BackupJobs.State,
            page.DataProtection.State,
            page.ServiceUtilization.State,
            page.StorageGrowth.State,
            page.CloudStatus.State,
            page.Console.State,
        }
            .Should()
            .AllBeEquivalentTo(ExternalSectionState.NotConnected);
    }

    private static async Task<CustomerDetails> WithAsync<T>(T section)
        where T : class
    {
        using var portal = new Portal(services => services.AddSingleton<ISectionProvider<T>>(new Provider<T>(section)));
        return await portal.DetailsAsync((await portal.AddAsync(Valid.Draft())).Id);
    }

    private sealed class Provider<T>(T section) : ISectionProvider<T>
        where T : class
    {
        public ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(customer.Account.AccountName == "Northwind" ? section : null);
    }
}
