namespace Msp.Customers.Usage;

/// <summary>The storage of usage: four members over one table of <see cref="UsageEntry"/> rows.</summary>
/// <remarks>
/// The table has two unique keys: customer, key and kind; and customer and sequence number, where a row has one. A store does not
/// evaluate rules.
/// </remarks>
public interface IUsageStore
{
    /// <summary>Finds entries by key.</summary>
    /// <param name="keys">The customers and keys, without duplicates.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries of any kind under one of the keys, in any order.</returns>
    Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Sums a customer's usage.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sums; without content for an unknown customer.</returns>
    /// <remarks>A store reads the last sequence number before the rest, or in the same snapshot.</remarks>
    Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries of a customer with dates in a period.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="period">The period, both days included.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries in order of day, then of key by code point, then of kind.</returns>
    IAsyncEnumerable<UsageEntry> ListAsync(CustomerId customer, EffectivePeriod period, CancellationToken cancellationToken = default);

    /// <summary>Appends entries, all or none.</summary>
    /// <param name="entries">The new entries, of one customer or several.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// True when the entries are stored. False, with nothing stored, when one of the two unique keys exists already, a customer is
    /// no longer stored, or two of the entries have a unique key in common.
    /// </returns>
    /// <remarks>
    /// False means that another caller stored an entry first; the library then reads again and repeats the attempt. The library
    /// never passes two entries with the same key.
    /// </remarks>
    Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default);
}
