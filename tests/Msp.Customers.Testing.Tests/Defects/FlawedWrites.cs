namespace Msp.Customers.Testing.Tests.Defects;

// Returns the same object for each read.
internal sealed class ReturnsSameObject(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    private readonly Dictionary<string, Customer> cached = [];

    public override async Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        cached.TryGetValue(id.ToString()!, out var customer) ? customer
        : await Inner.GetByIdAsync(id, cancellationToken) is { } read ? cached[id.ToString()!] = read
        : null;
}

internal sealed class ReturnsSameList(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    private List<Customer>? cached;

    public override async Task<List<Customer>> ListAsync(CancellationToken cancellationToken = default) =>
        cached ??= await Inner.ListAsync(cancellationToken);
}

internal sealed class IgnoresConflictsOnAdd(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<Customer> AddAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.AddAsync(entity, cancellationToken);
        }
        catch (ConcurrencyException)
        {
            return entity;
        }
    }
}

// Throws the exception of a database.
internal sealed class ReplacesConflicts(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.UpdateAsync(entity, cancellationToken);
        }
        catch (ConcurrencyException e)
        {
            throw new InvalidOperationException("0 rows.", e);
        }
    }
}

internal sealed class AddsOnUpdate(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        if (await Inner.GetByIdAsync(entity.Id, cancellationToken) is null)
        {
            await Inner.AddAsync(entity, cancellationToken);
            return 1;
        }

        return await Inner.UpdateAsync(entity, cancellationToken);
    }
}

internal sealed class UpdatesCopy(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        var before = entity.ToSnapshot();
        before.Version = entity.OriginalVersion;
        var stored = Customer.FromSnapshot(before);
        stored.RestoreFrom(entity.ToSnapshot());
        return await Inner.UpdateAsync(stored, cancellationToken);
    }
}

internal sealed class UpdatesFirstOfRange(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateRangeAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken = default) =>
        await Inner.UpdateRangeAsync(entities.Take(1), cancellationToken);
}

internal sealed class IgnoresConflictsOfRange(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateRangeAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.UpdateRangeAsync(entities, cancellationToken);
        }
        catch (ConcurrencyException)
        {
            return 0;
        }
    }
}

// Throws the first conflict after all other writes.
internal sealed class ContinuesAfterRefusal(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<IEnumerable<Customer>> AddRangeAsync(
        IEnumerable<Customer> entities,
        CancellationToken cancellationToken = default
    )
    {
        await EachAsync(entities, e => Inner.AddAsync(e, cancellationToken));
        return entities;
    }

    public override Task<int> UpdateRangeAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken = default) =>
        EachAsync(entities, e => Inner.UpdateAsync(e, cancellationToken));

    public override Task<int> DeleteRangeAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken = default) =>
        EachAsync(entities, e => Inner.DeleteAsync(e, cancellationToken));

    private static async Task<int> EachAsync(IEnumerable<Customer> entities, Func<Customer, Task> write)
    {
        ConcurrencyException? first = null;
        foreach (var entity in entities)
        {
            try
            {
                await write(entity);
            }
            catch (ConcurrencyException e)
            {
                first ??= e;
            }
        }

        return first is null ? entities.Count() : throw first;
    }
}

internal sealed class DeletesEverything(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> DeleteRangeAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default)
    {
        var count = await Inner.CountAsync(specification, cancellationToken);
        await Inner.DeleteRangeAsync(await Inner.ListAsync(cancellationToken), cancellationToken);
        return count;
    }
}

internal sealed class IgnoresCancellation(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<Customer> AddAsync(Customer entity, CancellationToken cancellationToken = default) =>
        Inner.AddAsync(entity, CancellationToken.None);
}

// Checks for cancellation after the write.
internal sealed class CancelsAfterWrite(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> DeleteAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        var deleted = await Inner.DeleteAsync(entity, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return deleted;
    }
}
