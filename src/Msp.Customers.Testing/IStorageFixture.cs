namespace Msp.Customers.Testing;

/// <summary>The storage of one conformance fact. A host implements this interface to run the facts on its own stores.</summary>
/// <remarks>
/// A new fixture is empty, such as a database in a temporary file. A fact opens it several times, also in parallel, as several processes or
/// scopes of a host do. Disposing the fixture deletes the data.
/// </remarks>
/// <example>
/// <code>
/// public sealed class BillingStorage : IStorageFixture
/// {
///     private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
///
///     public async ValueTask&lt;StorageSession&gt; OpenAsync(MspId msp, CancellationToken cancellationToken)
///     {
///         var options = new DbContextOptionsBuilder().UseMspCustomersSqlite($"Data Source={file};Pooling=False").Options;
///         var context = new MspCustomersContext(options);
///         await context.Database.EnsureCreatedAsync(cancellationToken);
///         return new StorageSession(
///             new DbContextCustomerStore&lt;MspCustomersContext&gt;(context, msp),
///             new DbContextPlanStore&lt;MspCustomersContext&gt;(context, msp),
///             owner: context
///         );
///     }
///
///     public ValueTask DisposeAsync()
///     {
///         File.Delete(file);
///         return ValueTask.CompletedTask;
///     }
/// }
/// </code>
/// </example>
public interface IStorageFixture : IAsyncDisposable
{
    /// <summary>Opens the storage for an MSP.</summary>
    /// <param name="msp">The MSP; <see cref="MspId.Default"/> except in facts about several MSPs.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A session with the stores themselves, without the repositories that evaluate rules. The fact disposes it, and uses it on one thread
    /// at a time.
    /// </returns>
    /// <remarks>Each session for an MSP reads what the other sessions for the same MSP have stored.</remarks>
    ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken);
}
