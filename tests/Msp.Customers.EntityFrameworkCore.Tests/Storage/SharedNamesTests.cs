using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class SharedNamesTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Organization_names_are_shared_where_the_rule_is_removed_and_the_database_is_told()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        services
            .AddMspCustomers(o => o.Rules.Remove("organization-name.duplicate"))
            .UseEntityFrameworkCore(database.Use, uniqueOrganizationNames: false);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MspCustomersContext>().Database.EnsureCreatedAsync();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        var draft = Valid.Draft();

        await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        draft.References.Clear();
        await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        (await customers.CountAsync()).Should().Be(2);
    }
}
