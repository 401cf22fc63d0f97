using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

// Adds a different entry, or none.
internal sealed class ReplacesEntries(TableLog inner, Func<ChangeEntry, ChangeEntry?> entryOf) : TableLog(inner.Tables, inner.Msp)
{
    public override void Add(ChangeEntry entry)
    {
        if (entryOf(entry) is { } logged)
        {
            base.Add(logged);
        }
    }
}

// Adds one entry for several entries of the same time.
internal sealed class MergesEntriesOfSameTime(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    public override void Add(ChangeEntry entry)
    {
        if (
            !Tables.Log.Exists(n =>
                n.Msp == Mine && (n.Entry.ChangedAt, n.Entry.Kind, n.Entry.Subject) == (entry.ChangedAt, entry.Kind, entry.Subject)
            )
        )
        {
            base.Add(entry);
        }
    }
}

internal sealed class KeepsEntriesOnDeletion(TableLog inner, Func<LoggedEntry, bool> keeps) : TableLog(inner.Tables, inner.Msp)
{
    protected override bool IsDeletedWith(LoggedEntry logged, ChangeEntry deletion) =>
        !keeps(logged) && base.IsDeletedWith(logged, deletion);
}

internal sealed class IgnoresSubject(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) => entry.SubjectId == id;
}

internal sealed class IgnoresCaseOfIds(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) =>
        entry.Subject == subject && entry.SubjectId.Equals(id, StringComparison.OrdinalIgnoreCase);
}

internal sealed class ReplacesSurrogatesInIdsOfEntries(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) =>
        base.IsOf(entry, subject, UnpairedSurrogates.Replace(id));
}

internal sealed class ListsLatestFirst(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Listed(IEnumerable<ChangeEntry> entries) => entries.Reverse();
}

// Sorts by time, which can be equal, and by version, which starts again for a new customer.
internal sealed class SortsPendingByVersion(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, int.MaxValue).OrderBy(e => e.ChangedAt).ThenBy(e => e.Version).Take(max);
}

internal sealed class ReturnsLatestPendingFirst(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, int.MaxValue).Reverse().Take(max);
}

internal sealed class IgnoresMax(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) => base.Pending(logged, int.MaxValue);
}

internal sealed class ReturnsFirstHundredPending(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after) =>
        base.After(logged, after).TakeWhile(n => logged.IndexOf(n) < 100);
}

internal sealed class IgnoresAfter(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after) => logged;
}

// Returns nothing when the given entry no longer exists.
internal sealed class ReturnsNothingAfterMissingEntry(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after) =>
        after is null || logged.Exists(n => n.Entry.Id == after.Id) ? base.After(logged, after) : [];
}

// Continues by time, which can be equal for several entries.
internal sealed class ContinuesByTime(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after) =>
        logged.Where(n => after is null || n.Entry.ChangedAt > after.ChangedAt);
}

// Skips a number of pending entries, which is wrong when entries were marked in between.
internal sealed class ContinuesByCount(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    private int read;

    protected override IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after)
    {
        read = after is null ? 0 : read;
        var following = logged.Where(n => !n.IsDelivered).Skip(read).ToList();
        read += 2;
        return following;
    }
}

internal sealed class IgnoresMarks(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override void Mark(HashSet<Guid> entries) { }
}

internal sealed class DeletesDelivered(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override void Mark(HashSet<Guid> entries) => Tables.Log.RemoveAll(n => entries.Contains(n.Entry.Id));
}

internal sealed class MarksEntriesOfAnyMsp(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override void Mark(HashSet<Guid> entries) =>
        Tables.Log.FindAll(n => entries.Contains(n.Entry.Id)).ForEach(n => n.IsDelivered = true);
}

internal sealed class ThrowsForMissingEntries(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override void Mark(HashSet<Guid> entries)
    {
        if (entries.Any(id => !Tables.Log.Exists(n => n.Entry.Id == id)))
        {
            throw new InvalidOperationException("0 rows.");
        }

        base.Mark(entries);
    }
}

// Adds an entry for an update without changes.
internal sealed class LogsUnchangedUpdates(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        if (entity.Version == entity.OriginalVersion)
        {
            ((TableCustomers)Inner).Log.Add(
                new ChangeContext(new BusinessCalendar(new TestClock())).Entry(entity.ToSnapshot(), entity.ToSnapshot())
            );
        }

        return await Inner.UpdateAsync(entity, cancellationToken);
    }
}

// Adds an entry before it checks for cancellation.
internal sealed class LogsCanceledWrites(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            ((TableCustomers)Inner).Log.Add(
                new ChangeContext(new BusinessCalendar(new TestClock())).Entry(entity.ToSnapshot(), entity.ToSnapshot())
            );
        }

        return await Inner.UpdateAsync(entity, cancellationToken);
    }
}

internal sealed class ThrowsForUnreadable(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, max).Select(e => e.IsReadable ? e : throw new FormatException("No JSON."));
}

internal sealed class OmitsUnreadable(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, max).Where(e => e.IsReadable);
}

internal sealed class EndsBeforeUnreadable(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, max).TakeWhile(e => e.IsReadable);
}

internal sealed class ReportsUnreadableAsReadable(TableLog inner) : TableLog(inner.Tables, inner.Msp)
{
    protected override IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        base.Pending(logged, max).Select(e => e with { IsReadable = true });
}
