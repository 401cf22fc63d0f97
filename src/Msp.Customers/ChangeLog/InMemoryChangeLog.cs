using System.Runtime.CompilerServices;

namespace Msp.Customers.ChangeLog;

// The change log of the in-memory stores. It is thread-safe.
internal sealed class InMemoryChangeLog : IChangeLog
{
    private readonly List<ChangeEntry> entries = [];
    private readonly Dictionary<Guid, long> numberOf = [];
    private readonly Dictionary<long, ChangeEntry> byNumber = [];
    private readonly SortedSet<long> pending = [];
    private readonly Lock gate = new();
    private long lastNumber;

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
    public Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(
        int max,
        ChangeEntry? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var number = after is null ? 0 : numberOf.GetValueOrDefault(after.Id);
            return Task.FromResult<IReadOnlyList<ChangeEntry>>([
                .. pending.GetViewBetween(number + 1, long.MaxValue).Take(max).Select(n => byNumber[n]),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            foreach (var id in entries)
            {
                pending.Remove(numberOf.GetValueOrDefault(id));
            }
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
                Remove(entries.FindAll(e => e.Subject == entry.Subject && e.SubjectId == entry.SubjectId));
            }

            lastNumber++;
            entries.Add(entry);
            numberOf[entry.Id] = lastNumber;
            byNumber[lastNumber] = entry;
            pending.Add(lastNumber);
        }
    }

    private void Remove(List<ChangeEntry> removed)
    {
        foreach (var entry in removed)
        {
            entries.Remove(entry);
            numberOf.Remove(entry.Id, out var number);
            byNumber.Remove(number);
            pending.Remove(number);
        }
    }
}
