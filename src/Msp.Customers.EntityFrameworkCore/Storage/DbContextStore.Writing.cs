using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore;

public abstract partial class DbContextStore<T, TId>
{
    private List<T> Distinct(IEnumerable<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var given = entities.Distinct().ToList();
        given.ForEach(e => ArgumentNullException.ThrowIfNull(e, nameof(entities)));
        return given.CountBy(KeyOf).FirstOrDefault(c => c.Value > 1).Key is { } twice
            ? throw new ConcurrencyException($"{twice} occurs twice, as different objects. Pass each aggregate once.")
            : given;
    }

    private static ConcurrencyException Outdated(T entity, Exception? cause = null) =>
        new($"{entity} was saved or deleted by another caller. Read it again.", cause);

    // Returns the object that the context tracks: the entity or another object of the host, or the state in which the entity was read.
    private T Track(T entity)
    {
        if (context.Entry(entity).State != EntityState.Detached)
        {
            return entity;
        }

        if (context.Set<T>().Local.FindEntryUntyped([Msp.Value, KeyOf(entity)]) is { } tracked)
        {
            return tracked.Entity is { } kept && kept.OriginalVersion == entity.OriginalVersion ? kept : throw Outdated(entity);
        }

        var original = entity.GetOriginal() ?? throw Outdated(entity);
        context.Entry(original).Property(MspColumn.Name).CurrentValue = Msp.Value;
        context.Attach(original);
        return original;
    }

    private async Task<int> AddAllAsync(List<T> entities, CancellationToken cancellationToken)
    {
        List<ChangeRow> log = changeContext is null
            ? []
            : entities.ConvertAll(e => ChangeRow.Of(changeContext.Entry(before: null, e), Msp));
        if (context.UsesBulkInsert(entities.Count, typeof(T), typeof(ChangeRow)))
        {
            await context
                .InsertAsync(Msp.Value, [entities, log], token => LockAsync(PlansAtStake(entities, Write.Add), token), cancellationToken)
                .ConfigureAwait(false);
            return entities.Count;
        }

        entities.ForEach(entity =>
        {
            context.Entry(entity).Property(MspColumn.Name).CurrentValue = Msp.Value;
            if (!ReferenceEquals(entity, entity.Source))
            {
                context.TakeOwn(entity, entity.Source);
            }
        });
        context.AddRange(entities);
        context.AddRange(log);
        return await SaveChangesAsync(entities, Write.Add, null, cancellationToken).ConfigureAwait(false);
    }

    // Saves in one transaction with the locks on the chosen or deleted plans, so that no other writer deletes or chooses them meanwhile,
    // and with the release of unique values that one aggregate passes to another.
    private async Task<int> SaveChangesAsync(
        List<T> entities,
        Write write,
        Func<CancellationToken, Task>? free,
        CancellationToken cancellationToken
    )
    {
        List<PlanId> plans = [.. PlansAtStake(entities, write)];
        return await (
            plans.Count == 0 && free is null
                ? context.SaveChangesAsync(cancellationToken)
                : context.SaveChangesAsync(BeforeAsync, cancellationToken)
        ).ConfigureAwait(false);

        async Task BeforeAsync(CancellationToken token)
        {
            await LockAsync(plans, token).ConfigureAwait(false);
            await (free?.Invoke(token) ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    // Locks a plan by an update of its row without a change, which blocks other writers on any database until the transaction ends. All
    // writers lock in the same order.
    private async Task LockAsync(IEnumerable<PlanId> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans.Distinct().OrderBy(p => p.Value, StringComparer.Ordinal))
        {
            var rows = await context
                .Set<ServicePlan>()
                .OfMsp(Msp.Value)
                .Where(p => p.Id == plan)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version), cancellationToken)
                .ConfigureAwait(false);
            if (!await MayWriteAsync(plan, isStored: rows > 0, cancellationToken).ConfigureAwait(false))
            {
                throw new ConcurrencyException($"The service plan {plan} is chosen by one caller and deleted by another at the same time.");
            }
        }
    }

    // Deletes the earlier entries, which contain values of the aggregate.
    private async Task LogDeletionAsync(T entity, CancellationToken cancellationToken)
    {
        if (changeContext is not null)
        {
            var deletion = changeContext.Deletion(entity);
            context.RemoveRange(
                await context
                    .Set<ChangeRow>()
                    .Where(c => c.Msp == Msp.Value && c.Subject == deletion.Subject && c.SubjectId == deletion.SubjectId)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false)
            );
            Log(deletion);
        }
    }

    private void Log(ChangeEntry? entry)
    {
        if (entry is not null)
        {
            context.Add(ChangeRow.Of(entry, Msp));
        }
    }

    private void ApplyChanges(T kept, T given)
    {
        if (!ReferenceEquals(kept, given))
        {
            var keepOwn = context.KeepOwnOfParts(kept);
            kept.RestoreFrom(given);
            keepOwn();
        }
    }

    private async Task<int> SaveAsync(List<T> entities, Write write, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        try
        {
            var written = await save().ConfigureAwait(false);
            entities.ForEach(e => e.AcceptChanges());
            return written;
        }
        catch (Exception e) when (dialect.IsWriteConflict(e))
        {
            throw new ConcurrencyException(
                "Another caller wrote the same rows at the same time. Nothing is saved; read again and repeat.",
                e
            );
        }
        catch (DbUpdateException e)
        {
            // The host handles a failure of its own entities, and of a deletion of a customer that its own tables refer to.
            var isRefused =
                e is DbUpdateConcurrencyException
                || dialect.IsUniqueViolation(e)
                || (write != Write.Delete && dialect.IsForeignKeyViolation(e));
            var (isNew, failed) = (write == Write.Add, e.Entries.Select(KeyOf).ToHashSet());
            if (isRefused && failed.Count == 1 && !failed.Contains(null) && entities.Find(x => failed.Contains(KeyOf(x))) is { } refused)
            {
                throw isNew ? Taken(refused, e) : Outdated(refused, e);
            }

            // The stored rows show which of several aggregates was refused, and explain errors of databases whose messages are not known.
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

            if (isRefused && failed.All(key => key is not null && entities.Exists(x => KeyOf(x) == key)))
            {
                throw new ConcurrencyException(
                    "Another caller wrote the same rows at the same time. Nothing is saved; read again and repeat.",
                    e
                );
            }

            throw;
        }
        finally
        {
            Detach(entities);
        }
    }

    private static ConcurrencyException Taken(T entity, Exception cause) =>
        new($"{entity} is stored already, or a unique value of it is taken.", cause);

    // Two writers that add a part with the same number violate the key of the part before the check of the version.
    private async Task<bool> IsOutdatedAsync(T entity, bool isNew, CancellationToken cancellationToken)
    {
        var stored = await Versions(Rows.Where(HasId(KeyOf(entity)))).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return isNew ? stored is not null : stored?.Version != entity.OriginalVersion;
    }

    // Detaches the aggregates, whether or not they were saved, so that the context is as it was. Detaching an added part would remove it
    // from its aggregate too, which belongs to the caller; so added parts become unchanged first.
    private void Detach(List<T> entities)
    {
        var keys = entities.Select(KeyOf).ToHashSet();
        var entries = context
            .ChangeTracker.Entries()
            .Where(e => e.Entity is ChangeRow || (KeyOf(e) is { } key && keys.Contains(key)))
            .ToList();
        entries.FindAll(e => e.State == EntityState.Added).ForEach(e => e.State = EntityState.Unchanged);
        entries.ForEach(e => e.State = EntityState.Detached);
    }

    // Returns the id of the aggregate that a tracked root, part or change log entry belongs to; null for entities of the host.
    private TId? KeyOf(EntityEntry entry) =>
        entry.Entity is T root ? KeyOf(root)
        : entry.Entity is ChangeRow logged ? MakeId(logged.SubjectId)
        : entry.Metadata.FindOwnership() is { } owner && IsPartOf(owner) ? entry.Property(owner.Properties[1].Name).CurrentValue as TId
        : null;

    // The keys of parts, and of parts of parts, begin with the MSP and the id of the aggregate.
    private static bool IsPartOf(IForeignKey owner) =>
        owner.PrincipalEntityType is var type && (type.ClrType == typeof(T) || (type.FindOwnership() is { } next && IsPartOf(next)));
}
