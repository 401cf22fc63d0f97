namespace Msp.Customers.Testing.Tests.Defects;

// Gives everyone who asks the same object.
internal sealed class LiveObjects(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    private readonly Dictionary<string, Customer> kept = [];

    public override async Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        kept.TryGetValue(id.ToString()!, out var customer) ? customer
        : await Inner.GetByIdAsync(id, cancellationToken) is { } read ? kept[id.ToString()!] = read
        : null;
}

internal sealed class LiveLists(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    private List<Customer>? kept;

    public override async Task<List<Customer>> ListAsync(CancellationToken cancellationToken = default) =>
        kept ??= await Inner.ListAsync(cancellationToken);
}

internal sealed class SwallowsConflicts(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

// Throws what its database throws.
internal sealed class ThrowsItsOwn(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class AddsWhereItUpdates(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class ForgetsToMark(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class StoresTheFirstOfARange(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> UpdateRangeAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken = default) =>
        await Inner.UpdateRangeAsync(entities.Take(1), cancellationToken);
}

internal sealed class PassesOverRefused(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

// Tells of the first that was refused only when all others are written.
internal sealed class GoesOnAfterRefusal(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class DeletesEverything(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> DeleteRangeAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default)
    {
        var asked = await Inner.CountAsync(specification, cancellationToken);
        await Inner.DeleteRangeAsync(await Inner.ListAsync(cancellationToken), cancellationToken);
        return asked;
    }
}

internal sealed class NeverCancelled(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<Customer> AddAsync(Customer entity, CancellationToken cancellationToken = default) =>
        Inner.AddAsync(entity, CancellationToken.None);
}

// Writes, and only then looks whether it was to.
internal sealed class CancelledTooLate(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> DeleteAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        var deleted = await Inner.DeleteAsync(entity, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return deleted;
    }
}
