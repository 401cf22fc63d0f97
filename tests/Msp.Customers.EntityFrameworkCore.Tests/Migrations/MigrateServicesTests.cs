using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Migrations;

public sealed class MigrateServicesTests
{
    [Fact]
    public async Task A_database_of_the_first_version_is_migrated_and_its_names_are_upgraded_in_one_call()
    {
        using var database = TestDatabase.FirstVersion();
        await using var services = Services(database);

        var duplicates = await services.MigrateMspCustomersAsync();

        duplicates.Select(d => $"{d.Msp} {d.Customer} {d.Other}").Should().Contain("msp c01 c00").And.HaveCount(6);
        (await services.MigrateMspCustomersAsync()).Should().BeEmpty("nothing was left to migrate");
        await using var scope = services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<CustomerRepository>().CountAsync()).Should().Be(14);
    }

    [Fact]
    public async Task An_empty_database_gets_its_tables()
    {
        using var database = TestDatabase.Empty();
        await using var services = Services(database);

        (await services.MigrateMspCustomersAsync()).Should().BeEmpty();

        await using var scope = services.CreateAsyncScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        (await customers.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_migration_without_the_ready_made_context_fails()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage();
        await using var provider = services.BuildServiceProvider();

        await provider.Awaiting(p => p.MigrateMspCustomersAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    private static ServiceProvider Services(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseEntityFrameworkCore(database.Use);
        return services.BuildServiceProvider();
    }
}
