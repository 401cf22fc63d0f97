using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

public abstract partial class DbContextStore<T, TId>
{
    // Converts a failure of a stored value to an exception that names the row and the member. Rethrows the failure when no row is found.
    private async Task<TAnswer> NamingAsync<TAnswer>(IQueryable<T> asked, Func<Task<TAnswer>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e.IsOfStoredValue())
        {
            var ids = await asked.Select(IdOf).ToListAsync(cancellationToken).ConfigureAwait(false);
            throw await UnreadableAsync(ids.ConvertAll(id => (TId)id!), cancellationToken).ConfigureAwait(false) ?? e;
        }
    }

    // Finds one of any number of aggregates by bisection.
    private async Task<UnreadableRowException?> UnreadableAsync(List<TId> ids, CancellationToken cancellationToken)
    {
        while (ids.Count > 1)
        {
            var half = ids[..(ids.Count / 2)];
            ids = await IsReadableAsync(half, cancellationToken).ConfigureAwait(false) ? ids[half.Count..] : half;
        }

        return ids.Count == 0 || await IsReadableAsync(ids, cancellationToken).ConfigureAwait(false)
            ? null
            : new UnreadableRowException(
                typeof(T).Name,
                ids[0].ToString()!,
                await MemberAsync(ids[0], cancellationToken).ConfigureAwait(false)
            );
    }

    private async Task<bool> IsReadableAsync(List<TId> ids, CancellationToken cancellationToken)
    {
        try
        {
            var rows = WithParts(Rows.Where(IsAmong(ids))).AsSplitQuery();
            return (await rows.ToListAsync(cancellationToken).ConfigureAwait(false)).TrueForAll(e => !e.IsUnreadable(out _));
        }
        catch (Exception e) when (e.IsOfStoredValue())
        {
            return false;
        }
    }

    private async Task<string?> MemberAsync(TId id, CancellationToken cancellationToken)
    {
        var row = Rows.Where(HasId(id));
        var type = context.Model.FindEntityType(typeof(T))!;
        if (await MemberProbe.FindAsync(row, type, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var whole = await WithParts(row).AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        return whole.Count > 0 && whole[0].IsUnreadable(out var member) ? member : null;
    }

    private T Readable(T entity) =>
        entity.IsUnreadable(out var member) ? throw new UnreadableRowException(typeof(T).Name, KeyOf(entity).ToString()!, member) : entity;
}
