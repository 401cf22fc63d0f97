using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Tests.ArdalisHost;

// The package's own repository over a host's context, as a host has it. What the library needs beside it: the key that its tables have, customers that know
// that they are stored, and the one exception by which a lost race is told.
internal class ArdalisRepository<T>(MspCustomersContext context, Action<T> markStored) : RepositoryBase<T>(context)
    where T : class
{
    public override Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) =>
        StoreAsync(entity, () => base.AddAsync(entity, cancellationToken));

    // What is tracked is compared already; told that all of it changed, the context would take a new quota for a stored one.
    public override Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) =>
        StoreAsync(entity, () => SaveChangesAsync(cancellationToken));

    private async Task<TResult> StoreAsync<TResult>(T entity, Func<Task<TResult>> store)
    {
        try
        {
            var result = await store();
            markStored(entity);
            return result;
        }
        catch (DbUpdateException e)
        {
            throw new ConcurrencyException("Someone else saved first.", e);
        }
    }
}

internal sealed class ArdalisCustomers(MspCustomersContext context) : ArdalisRepository<Customer>(context, c => c.MarkStored())
{
    public override async Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : default
    {
        var key = id as CustomerId ?? new CustomerId(id!.ToString()!);
        return await DbContext.Set<Customer>().SingleOrDefaultAsync(c => c.Id == key, cancellationToken);
    }
}

internal sealed class ArdalisPlans(MspCustomersContext context) : ArdalisRepository<Plans.ServicePlan>(context, p => p.MarkStored());
