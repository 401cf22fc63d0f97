namespace Msp.Customers.ChangeLog;

/// <summary>Reads a change log from its beginning.</summary>
public static class ChangeLogReading
{
    /// <summary>Reads the first changes that were not yet delivered.</summary>
    /// <param name="log">The log.</param>
    /// <param name="max">How many at most; one or more.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries, the earliest first.</returns>
    public static Task<IReadOnlyList<ChangeEntry>> UndeliveredAsync(
        this IChangeLog log,
        int max,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.UndeliveredAsync(max, null, cancellationToken);
    }
}
