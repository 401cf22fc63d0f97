namespace Msp.Customers.AspNetCore;

/// <summary>Supplies one part of the Customer Details page that only the host has.</summary>
/// <typeparam name="T">The type of the part.</typeparam>
/// <remarks>
/// The parts are <see cref="BackupJobs"/>, <see cref="DataProtection"/>, <see cref="ServiceUtilization"/>,
/// <see cref="StorageGrowth"/>, <see cref="CloudStatus"/> and <see cref="ConsoleLink"/>. Register a source for each available part
/// in the service container. Sources run concurrently, so two sources must not share a unit of work such as a <c>DbContext</c>.
/// </remarks>
public interface ISectionProvider<T>
    where T : class
{
    /// <summary>Reads the part for a customer.</summary>
    /// <param name="customer">The customer; its references contain its ids in other systems.</param>
    /// <param name="cancellationToken">Cancels the call when the time limit has passed.</param>
    /// <returns>The part, or null when the customer has no such part.</returns>
    ValueTask<T?> ReadAsync(Customer customer, CancellationToken cancellationToken);
}
