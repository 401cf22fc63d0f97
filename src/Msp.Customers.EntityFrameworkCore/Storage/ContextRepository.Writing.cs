using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Msp.Customers.ChangeLog;
using Msp.Customers.EntityFrameworkCore.Bulk;
using Msp.Customers.EntityFrameworkCore.Mapping;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Storage;

public abstract partial class ContextRepository<T, TId>
{
    private List<T> Given(IEnumerable<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var given = entities.Distinct().ToList();
        given.ForEach(e => ArgumentNullException.ThrowIfNull(e, nameof(entities)));
        return given.CountBy(KeyOf).FirstOrDefault(c => c.Value > 1).Key is { } twice
            ? throw new ConcurrencyException($"{twice} is given twice, as different objects: one would undo the other.")
            : given;
    }

    private static ConcurrencyException Outdated(T entity, Exception? cause = null) =>
        new($"{entity} was saved by someone else, or is no longer stored.", cause);

    private async Task<T> TrackAsync(T entity, CancellationToken cancellationToken)
    {
        if (context.Entry(entity).State != EntityState.Detached)
        {
            return entity;
        }

        var row = context.Set<T>().AsTracking().OfMsp(Msp.Value).TagWith(StatementTags.ById).Where(HasId(KeyOf(entity)));
        var kept = await NamingAsync(row, () => WithParts(row).AsSplitQuery().SingleOrDefaultAsync(cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return kept is not null && StoredVersionOf(kept) == StoredVersionOf(entity) ? kept : throw Outdated(entity);
    }

    private async Task<int> AddAllAsync(List<T> entities, CancellationToken cancellationToken)
    {
        List<ChangeRow> log = author is null ? [] : entities.ConvertAll(e => ChangeRow.Of(Entry(author, null, e), Msp));
        if (context.TakesBulk(entities.Count, typeof(T), typeof(ChangeRow)))
        {
            await context.InsertAsync(Msp.Value, [entities, log], cancellationToken).ConfigureAwait(false);
            return entities.Count;
        }

        entities.ForEach(entity =>
        {
            context.Entry(entity).Property(MspColumn.Name).CurrentValue = Msp.Value;
            if (!ReferenceEquals(entity, Source(entity)))
            {
                context.TakeOwn(entity, Source(entity));
            }
        });
        context.AddRange(entities);
        context.AddRange(log);
        return await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    // Where the host tracks the aggregate itself, what is stored is read beside it.
    private async Task LogAsync(T kept, T given, CancellationToken cancellationToken)
    {
        if (author is not null)
        {
            var before = ReferenceEquals(kept, given)
                ? (await ReadAsync(RowsById, [KeyOf(given)], cancellationToken).ConfigureAwait(false)).SingleOrDefault()
                : kept;
            Log(Entry(author, before, given));
        }
    }

    // With the entry of the deletion go all values in the earlier ones.
    private async Task LogDeletionAsync(T entity, CancellationToken cancellationToken)
    {
        if (author is not null)
        {
            var (id, subject) = (KeyOf(entity).ToString(), Subject);
            context.RemoveRange(
                await context
                    .Set<ChangeRow>()
                    .Where(c => c.Msp == Msp.Value && c.Subject == subject && c.SubjectId == id)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false)
            );
            Log(author.Deletion(subject, id!, StoredVersionOf(entity)));
        }
    }

    private void Log(ChangeEntry? entry)
    {
        if (entry is not null)
        {
            context.Add(ChangeRow.Of(entry, Msp));
        }
    }

    private void TakeOver(T kept, T given)
    {
        if (!ReferenceEquals(kept, given))
        {
            var keepOwn = context.KeepOwnOfParts(kept);
            Become(kept, given);
            keepOwn();
        }
    }

    private async Task<int> SaveAsync(List<T> entities, bool isNew, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        try
        {
            var written = await save().ConfigureAwait(false);
            entities.ForEach(MarkStored);
            return written;
        }
        catch (Exception e) when (e.IsLostRace())
        {
            throw new ConcurrencyException("Others were writing the same at once; nothing was saved.", e);
        }
        catch (DbUpdateException e)
        {
            // What fails of the host's own is the host's to handle.
            var failed = e.Entries.Select(KeyOf).ToHashSet();
            var shared = entities.SelectMany(UniqueValues).CountBy(value => value).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
            foreach (var entity in entities.Where(x => failed.Count == 0 || failed.Contains(KeyOf(x))))
            {
                if (e is DbUpdateConcurrencyException || await IsOutdatedAsync(entity, isNew, cancellationToken).ConfigureAwait(false))
                {
                    throw isNew ? Taken(entity, e) : Outdated(entity, e);
                }

                if (UniqueValues(entity).Any(shared.Contains) || await IsTakenAsync(entity, cancellationToken).ConfigureAwait(false))
                {
                    throw Taken(entity, e);
                }
            }

            throw;
        }
        finally
        {
            Forget(entities);
        }
    }

    private static ConcurrencyException Taken(T entity, Exception cause) =>
        new($"{entity} is stored already, or a unique value of it is taken.", cause);

    // Two writers that add a part with the same number meet at the part's key before they meet at the version.
    private async Task<bool> IsOutdatedAsync(T entity, bool isNew, CancellationToken cancellationToken)
    {
        var stored = await Versions(Rows.Where(HasId(KeyOf(entity)))).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return isNew ? stored is not null : stored?.Version != StoredVersionOf(entity);
    }

    // The context is left as it was found: without the aggregates, whether they were saved or not. A part that is let go while it waits to be added is taken
    // from its aggregate too, which is the caller's and stays whole; so nothing waits any more when it is let go.
    private void Forget(List<T> entities)
    {
        var keys = entities.Select(KeyOf).ToHashSet();
        var entries = context
            .ChangeTracker.Entries()
            .Where(e => e.Entity is ChangeRow || (KeyOf(e) is { } key && keys.Contains(key)))
            .ToList();
        entries.FindAll(e => e.State == EntityState.Added).ForEach(e => e.State = EntityState.Unchanged);
        entries.ForEach(e => e.State = EntityState.Detached);
    }

    // The id of the aggregate that a tracked root, part or entry of its log belongs to; null for the host's own.
    private TId? KeyOf(EntityEntry entry) =>
        entry.Entity is T root ? KeyOf(root)
        : entry.Entity is ChangeRow logged
            ? logged.Subject == Subject ? MakeId(logged.SubjectId)
                : null
        : entry.Metadata.FindOwnership() is { } owner && owner.PrincipalEntityType.ClrType == typeof(T)
            ? entry.Property(owner.Properties[^1].Name).CurrentValue as TId
        : null;
}
