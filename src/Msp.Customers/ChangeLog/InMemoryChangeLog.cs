using System.Runtime.CompilerServices;

namespace Msp.Customers.ChangeLog;

// The changes of what is kept in memory. Safe to share between threads.
internal sealed class InMemoryChangeLog : IChangeLog
{
    private readonly List<ChangeEntry> entries = [];
    private readonly HashSet<Guid> delivered = [];
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangeEntry> ListAsync(
        ChangeSubject subject,
        string id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        List<ChangeEntry> listed;
        lock (gate)
        {
            listed = entries.FindAll(e => e.Subject == subject && e.SubjectId == id);
        }

        foreach (var entry in listed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChangeEntry>> UndeliveredAsync(int max, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<ChangeEntry>>([.. entries.Where(e => !delivered.Contains(e.Id)).Take(max)]);
        }
    }

    /// <inheritdoc/>
    public Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            delivered.UnionWith(entries);
        }

        return Task.CompletedTask;
    }

    internal void Append(ChangeEntry? entry)
    {
        if (entry is null)
        {
            return;
        }

        lock (gate)
        {
            if (entry.Kind == ChangeKind.Deleted)
            {
                delivered.ExceptWith(entries.FindAll(e => e.Subject == entry.Subject && e.SubjectId == entry.SubjectId).Select(e => e.Id));
                entries.RemoveAll(e => e.Subject == entry.Subject && e.SubjectId == entry.SubjectId);
            }

            entries.Add(entry);
        }
    }
}
