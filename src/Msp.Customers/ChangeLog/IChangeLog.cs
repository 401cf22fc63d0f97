namespace Msp.Customers.ChangeLog;

/// <summary>The change log of one MSP.</summary>
public interface IChangeLog
{
    /// <summary>Lists the change log entries of one customer or plan.</summary>
    /// <param name="subject">The kind of the aggregate.</param>
    /// <param name="id">The id of the aggregate. Ids are compared exactly.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries, the earliest first.</returns>
    IAsyncEnumerable<ChangeEntry> ListAsync(ChangeSubject subject, string id, CancellationToken cancellationToken = default);

    /// <summary>Reads pending change log entries.</summary>
    /// <param name="max">The largest number of entries to read; 1 or more.</param>
    /// <param name="after">
    /// The entry after which to continue, whether or not it was delivered since; null to start with the first pending entry.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The entries, the earliest first. Entries of one customer or plan are in the order of the changes. An entry that cannot be read is
    /// returned with <see cref="ChangeEntry.IsReadable"/> false.
    /// </returns>
    /// <remarks>
    /// The cost of a call depends on <paramref name="max"/> and not on the number of entries before <paramref name="after"/>. When
    /// <paramref name="after"/> is no longer stored, the call may start at any earlier entry.
    /// </remarks>
    Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(int max, ChangeEntry? after = null, CancellationToken cancellationToken = default);

    /// <summary>Marks entries as delivered. Entries that no longer exist or that are marked already are ignored.</summary>
    /// <param name="entries">The ids of the entries.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the entries are marked.</returns>
    /// <exception cref="ConcurrencyException">
    /// Another caller wrote the same entries at the same time. Some entries may not be marked; they stay pending and can be marked again.
    /// </exception>
    Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default);
}
