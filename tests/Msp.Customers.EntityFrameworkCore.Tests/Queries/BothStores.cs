using Microsoft.EntityFrameworkCore;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Queries;

// The same customers in a database and in memory, read by the same specifications.
internal sealed class BothStores : IDisposable
{
    private readonly MspCustomersContext context;

    private BothStores(MspCustomersContext context)
    {
        this.context = context;
        Database = new DbContextCustomerStore<MspCustomersContext>(context);
    }

    public DbContextCustomerStore<MspCustomersContext> Database { get; }

    public InMemoryCustomerStore Memory { get; } = new();

    public static async Task<BothStores> CreateAsync(TestStorage storage, Customer[] customers)
    {
        var both = new BothStores(storage.Context());
        await both.context.Customers.ExecuteDeleteAsync();
        await both.Memory.AddRangeAsync(customers.Select(c => Customer.FromSnapshot(c.ToSnapshot())));
        await storage.SavePlansOfAsync(customers);
        await both.Database.AddRangeAsync(customers);
        return both;
    }

    public async Task<List<Customer>> AssertSameResultAsync(ISpecification<Customer> specification)
    {
        var found = await Database.ListAsync(specification);
        var expected = await Memory.ListAsync(specification);
        found.Select(c => c.Id).Should().Equal(expected.Select(c => c.Id), "the specification is {0}", specification.GetType().Name);
        (await Database.CountAsync(specification)).Should().Be(expected.Count);
        (await Database.AnyAsync(specification)).Should().Be(expected.Count > 0);
        (await Database.FirstOrDefaultAsync(specification))?.Id.Value.Should().Be(expected.FirstOrDefault()?.Id.Value);
        return found;
    }

    public void Dispose() => context.Dispose();
}
