namespace Msp.Customers.Testing;

/// <summary>
/// A storage that facts are told of, and the one thing a host writes: fresh and empty when it is made, such as a database in a temporary file, and opened as often
/// as a fact wants, as several processes or scopes would. Disposing it takes the data away.
/// </summary>
public interface IStorageFixture : IAsyncDisposable
{
    /// <summary>Opens the storage for an MSP. What one opening has stored, every other opening for the same MSP reads.</summary>
    /// <param name="msp">The MSP; <see cref="MspId.Default"/> in all facts but those about several.</param>
    /// <param name="cancellationToken">Ends the opening early.</param>
    /// <returns>The storage itself, without the rules before it; the fact disposes it. It is used by one thread at a time.</returns>
    ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken);
}
