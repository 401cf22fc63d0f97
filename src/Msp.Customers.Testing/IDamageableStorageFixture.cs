namespace Msp.Customers.Testing;

/// <summary>
/// A storage whose rows a fact can damage, as something else that writes to the tables may. The facts about <see cref="ConformanceArea.Damage"/> require it;
/// a storage whose rows nothing else can write to, such as one in memory, is not run against them.
/// </summary>
public interface IDamageableStorageFixture : IStorageFixture
{
    /// <summary>Writes an empty text as the account name of a stored customer, past the store and past checks of the tables.</summary>
    /// <param name="customer">The customer, stored for <see cref="MspId.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the row is written.</returns>
    ValueTask DamageCustomerAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Writes what is not possible as the members of each change entry of a customer, such as text that is not JSON.</summary>
    /// <param name="customer">The customer, stored for <see cref="MspId.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the rows are written.</returns>
    ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken);
}
