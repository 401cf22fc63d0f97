namespace Msp.Customers.Usage;

/// <summary>
/// The seam to the storage of usage: four members over one table of <see cref="UsageEntry"/> rows, with two unique keys: customer, key and kind; and customer and sequence number, where there is one.
/// It decides nothing. <c>docs/storage.md</c> is the guide.
/// </summary>
public interface IUsageStore
{
    /// <summary>Finds entries by key.</summary>
    /// <param name="keys">Customers and keys, each once.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Every entry, of any kind, under one of the keys, in any order.</returns>
    Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Adds up a customer's usage. The last sequence number is read before the rest, or at once with it.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The sums; nothing at all for an unknown customer.</returns>
    Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries of a customer that are dated in a period.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="period">The period, both days included.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries in order of day, then of key by code point, then of kind.</returns>
    IAsyncEnumerable<UsageEntry> ListAsync(CustomerId customer, EffectivePeriod period, CancellationToken cancellationToken = default);

    /// <summary>Appends entries, all or none.</summary>
    /// <param name="entries">New entries, of one customer or several.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>
    /// False, with nothing stored, when one of the two unique keys is taken or a customer is no longer stored: someone else was faster. So it is when two of the entries
    /// have the same key: each takes it from the other. Whoever asks has seen to it before, and would ask in vain again.
    /// </returns>
    Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default);
}
