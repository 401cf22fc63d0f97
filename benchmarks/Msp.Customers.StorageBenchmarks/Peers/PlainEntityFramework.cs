using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Msp.Customers.StorageBenchmarks.Peers;

// Entity Framework Core in its usual form, with pooled contexts.
internal sealed class PlainEntityFramework(Action<DbContextOptionsBuilder> useProvider) : ILister, ISaver
{
    private readonly PooledDbContextFactory<PlainContext> contexts = new(Options(useProvider));

    public async Task<List<PlainRow>> RowsAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await FirstPage(context)
            .Select(c => new PlainRow
            {
                Id = c.Id,
                AccountName = c.AccountName,
                OrganizationName = c.OrganizationName,
                ServicePlan = c.ServicePlan,
                TenantType = c.TenantType,
                LicenseExpiryDate = c.LicenseExpiryDate,
                RegisteredOn = c.RegisteredOn,
                SuspendedOn = c.SuspendedOn,
                ClosedOn = c.ClosedOn,
            })
            .ToListAsync();
    }

    public async Task<List<PlainCustomer>> CustomersAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await FirstPage(context)
            .Include(c => c.StorageRegions.OrderBy(r => r.Name))
            .Include(c => c.Quotas.OrderBy(q => q.Number))
            .Include(c => c.Schedules.OrderBy(s => s.Number))
            .Include(c => c.Contacts.OrderBy(p => p.Number))
            .Include(c => c.References.OrderBy(r => r.System).ThenBy(r => r.Id))
            .AsSplitQuery()
            .ToListAsync();
    }

    public async Task AddAsync(NewCustomer given)
    {
        var customer = given.ToPlain();
        await using var context = await contexts.CreateDbContextAsync();
        context.Add(customer);
        context.Add(PlainChange.Added(customer));
        await context.SaveChangesAsync();
    }

    public async Task ChangeAddressAsync(string id, string address)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var customer = await context.Customers.SingleAsync(c => c.Msp == PlainCustomer.OnlyMsp && c.Id == id);
        var from = customer.Address;
        customer.Address = address;
        customer.Version++;
        context.Add(PlainChange.AddressChanged(customer, from));
        await context.SaveChangesAsync();
    }

    private static IQueryable<PlainCustomer> FirstPage(PlainContext context) =>
        context.Customers.AsNoTracking().Where(c => c.Msp == PlainCustomer.OnlyMsp).OrderBy(c => c.AccountKey).ThenBy(c => c.Id).Take(51);

    private static DbContextOptions<PlainContext> Options(Action<DbContextOptionsBuilder> useProvider)
    {
        var options = new DbContextOptionsBuilder<PlainContext>();
        useProvider(options);
        return options.Options;
    }
}
