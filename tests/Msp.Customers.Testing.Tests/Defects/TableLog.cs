using System.Runtime.CompilerServices;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

// Each step is a separate member, so that a flawed log overrides one of them.
internal class TableLog(TableStorage tables, MspId msp) : IChangeLog
{
    public TableStorage Tables => tables;

    public MspId Msp => msp;

    protected string Mine => tables.Flaw.MspKey(msp);

    public async IAsyncEnumerable<ChangeEntry> ListAsync(
        ChangeSubject subject,
        string id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        List<ChangeEntry> listed;
        lock (tables.Gate)
        {
            listed = [.. Listed(tables.Log.Where(n => n.Msp == Mine).Select(n => n.Entry).Where(e => IsOf(e, subject, id)))];
        }

        foreach (var entry in listed)
        {
            yield return entry;
        }
    }

    public Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(
        int max,
        ChangeEntry? after = null,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return Task.FromResult<IReadOnlyList<ChangeEntry>>([.. Pending(After([.. tables.Log.Where(n => n.Msp == Mine)], after), max)]);
        }
    }

    public virtual Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            Mark(entries.ToHashSet());
        }

        return Task.CompletedTask;
    }

    public virtual void Add(ChangeEntry entry)
    {
        if (entry.Kind == ChangeKind.Deleted)
        {
            tables.Log.RemoveAll(n => n.Msp == Mine && IsDeletedWith(n, entry));
        }

        tables.Log.Add(new LoggedEntry(Mine, entry));
    }

    protected virtual IEnumerable<ChangeEntry> Listed(IEnumerable<ChangeEntry> entries) => entries;

    protected virtual bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) => entry.Subject == subject && entry.SubjectId == id;

    // All entries when the given one no longer exists.
    protected virtual IEnumerable<LoggedEntry> After(List<LoggedEntry> logged, ChangeEntry? after) =>
        logged.Skip(logged.FindIndex(n => n.Entry.Id == after?.Id) + 1);

    protected virtual IEnumerable<ChangeEntry> Pending(IEnumerable<LoggedEntry> logged, int max) =>
        logged.Where(n => !n.IsDelivered).Select(n => n.Entry).Take(max);

    protected virtual void Mark(HashSet<Guid> entries) =>
        tables.Log.FindAll(n => n.Msp == Mine && entries.Contains(n.Entry.Id)).ForEach(n => n.IsDelivered = true);

    protected virtual bool IsDeletedWith(LoggedEntry logged, ChangeEntry deletion) =>
        logged.Entry.Subject == deletion.Subject && logged.Entry.SubjectId == deletion.SubjectId;
}
