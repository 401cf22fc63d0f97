using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.HostRepository;

// A complete repository over the context of a host, with the evaluators of Ardalis.Specification. The library also needs aggregates that
// are marked as stored, and a ConcurrencyException for a conflict.
internal abstract class HostRepository<T>(MspCustomersContext context) : IRepositoryBase<T>
    where T : class, IAggregate<T>
{
    protected MspCustomersContext Context => context;

    public abstract Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull;

    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Query(specification).FirstOrDefaultAsync(cancellationToken);

    public Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => Query(specification).Select(specification.Selector!).FirstOrDefaultAsync(cancellationToken);

    public Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        Query(specification).SingleOrDefaultAsync(cancellationToken);

    public Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => Query(specification).Select(specification.Selector!).SingleOrDefaultAsync(cancellationToken);

    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => context.Set<T>().ToListAsync(cancellationToken);

    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Query(specification).ToListAsync(cancellationToken);

    public Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => Query(specification).Select(specification.Selector!).ToListAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Matching(specification).CountAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken = default) => context.Set<T>().CountAsync(cancellationToken);

    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Matching(specification).AnyAsync(cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => context.Set<T>().AnyAsync(cancellationToken);

    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => Query(specification).AsAsyncEnumerable();

    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        context.Add(entity);
        return StoreAsync([entity], entity, cancellationToken);
    }

    public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var added = entities.ToList();
        context.AddRange(added);
        return StoreAsync(added, added.AsEnumerable(), cancellationToken);
    }

    // The context compares tracked entities itself. After an Update it would treat a new quota as a stored one.
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) => StoreAsync([entity], 1, cancellationToken);

    public Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var changed = entities.ToList();
        return StoreAsync(changed, changed.Count, cancellationToken);
    }

    public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) => DeleteRangeAsync([entity], cancellationToken);

    public Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var deleted = entities.ToList();
        context.RemoveRange(deleted);
        return StoreAsync([], deleted.Count, cancellationToken);
    }

    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(await ListAsync(specification, cancellationToken), cancellationToken);

    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => context.SaveChangesAsync(cancellationToken);

    private IQueryable<T> Matching(ISpecification<T> specification) => WhereEvaluator.Instance.GetQuery(context.Set<T>(), specification);

    private IQueryable<T> Query(ISpecification<T> specification)
    {
        var query = OrderEvaluator.Instance.GetQuery(Matching(specification), specification);
        return PaginationEvaluator.Instance.GetQuery(specification.AsNoTracking ? query.AsNoTracking() : query, specification);
    }

    private async Task<TResult> StoreAsync<TResult>(List<T> stored, TResult result, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            stored.ForEach(e => e.AcceptChanges());
            return result;
        }
        catch (DbUpdateException e)
        {
            throw new ConcurrencyException("Someone else saved first.", e);
        }
    }
}

internal sealed class HostCustomers(MspCustomersContext context) : HostRepository<Customer>(context)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
    {
        var key = id as CustomerId ?? new CustomerId(id.ToString()!);
        return Context.Set<Customer>().SingleOrDefaultAsync(c => c.Id == key, cancellationToken);
    }
}

internal sealed class HostPlans(MspCustomersContext context) : HostRepository<ServicePlan>(context)
{
    public override Task<ServicePlan?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
    {
        var key = id as PlanId ?? new PlanId(id.ToString()!);
        return Context.Set<ServicePlan>().SingleOrDefaultAsync(p => p.Id == key, cancellationToken);
    }
}
