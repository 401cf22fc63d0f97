namespace Msp.Customers.AspNetCore;

/// <summary>
/// Supplies one part of the details page that only the host knows: <see cref="BackupJobs"/>, <see cref="DataProtection"/>,
/// <see cref="ServiceUtilization"/>, <see cref="StorageGrowth"/>, <see cref="CloudStatus"/> or <see cref="ConsoleLink"/>.
/// Register one in the container for each part there is. Sources run side by side, so that two must not share a unit of work.
/// </summary>
/// <typeparam name="T">The part.</typeparam>
public interface ISectionProvider<T>
    where T : class
{
    /// <summary>Reads the part for a customer.</summary>
    /// <param name="customer">The customer; its references tell what other systems call it.</param>
    /// <param name="cancellationToken">Ends the reading when the page has waited long enough.</param>
    /// <returns>The part, or null when there is none for this customer.</returns>
    ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken);
}
