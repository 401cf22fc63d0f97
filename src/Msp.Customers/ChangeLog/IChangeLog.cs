namespace Msp.Customers.ChangeLog;

/// <summary>The log of one MSP's changes, as the storage keeps it.</summary>
public interface IChangeLog
{
    /// <summary>Lists the changes of one customer or plan.</summary>
    /// <param name="subject">What it is.</param>
    /// <param name="id">Its id, compared exactly.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries, the earliest first.</returns>
    IAsyncEnumerable<ChangeEntry> ListAsync(ChangeSubject subject, string id, CancellationToken cancellationToken = default);

    /// <summary>Reads changes that were not yet delivered. What it costs follows from <paramref name="max"/>, however many stand before <paramref name="after"/>.</summary>
    /// <param name="max">How many at most; one or more.</param>
    /// <param name="after">The entry behind which the reading goes on, whether it was delivered since or not; null for the first. Where it is no longer stored, the reading may begin at any entry before.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries, the earliest first; those of one customer or plan in the order in which they were made. One that cannot be read is returned as such: <see cref="ChangeEntry.IsReadable"/>.</returns>
    Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(int max, ChangeEntry? after = null, CancellationToken cancellationToken = default);

    /// <summary>Notes that entries were delivered. Those that are gone or were noted before are passed over.</summary>
    /// <param name="entries">The entries' ids.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>A task that ends when it is noted.</returns>
    /// <exception cref="ConcurrencyException">Others were writing the same at once. Some may not be noted; they wait, and can be noted again.</exception>
    Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default);
}
