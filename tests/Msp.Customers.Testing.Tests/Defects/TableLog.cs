using System.Runtime.CompilerServices;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

// Each step is a member of its own, so that a flawed log gets one of them wrong.
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
            return Task.FromResult<IReadOnlyList<ChangeEntry>>([.. Waiting(Behind([.. tables.Log.Where(n => n.Msp == Mine)], after), max)]);
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

    public virtual void Note(ChangeEntry entry)
    {
        if (entry.Kind == ChangeKind.Deleted)
        {
            tables.Log.RemoveAll(n => n.Msp == Mine && Goes(n, entry));
        }

        tables.Log.Add(new Noted(Mine, entry));
    }

    protected virtual IEnumerable<ChangeEntry> Listed(IEnumerable<ChangeEntry> entries) => entries;

    protected virtual bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) => entry.Subject == subject && entry.SubjectId == id;

    // All, where the entry is gone.
    protected virtual IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after) =>
        noted.Skip(noted.FindIndex(n => n.Entry.Id == after?.Id) + 1);

    protected virtual IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        noted.Where(n => !n.IsDelivered).Select(n => n.Entry).Take(max);

    protected virtual void Mark(HashSet<Guid> entries) =>
        tables.Log.FindAll(n => n.Msp == Mine && entries.Contains(n.Entry.Id)).ForEach(n => n.IsDelivered = true);

    protected virtual bool Goes(Noted noted, ChangeEntry deletion) =>
        noted.Entry.Subject == deletion.Subject && noted.Entry.SubjectId == deletion.SubjectId;
}
