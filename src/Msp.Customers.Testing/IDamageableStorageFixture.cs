namespace Msp.Customers.Testing;

/// <summary>A storage with rows that a fact can damage, as another application that writes to the tables can.</summary>
/// <remarks>
/// The facts about <see cref="ConformanceArea.Damage"/> require this interface. Do not run them on a storage that no other application can
/// write to, such as a store in memory.
/// </remarks>
public interface IDamageableStorageFixture : IStorageFixture
{
    /// <summary>
    /// Writes an empty account name to the row of a stored customer, without the store and without the check constraints of the table.
    /// </summary>
    /// <param name="customer">The id of the customer, stored for <see cref="MspId.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the row is written.</returns>
    ValueTask DamageCustomerAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Writes members that cannot be read, such as text that is not JSON, to each change log entry of a customer.</summary>
    /// <param name="customer">The id of the customer, stored for <see cref="MspId.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the rows are written.</returns>
    ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken);
}
