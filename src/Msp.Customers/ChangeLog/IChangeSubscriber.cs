namespace Msp.Customers.ChangeLog;

/// <summary>
/// A subscriber that receives every change after it is committed, at least once. A host can register several subscribers.
/// </summary>
public interface IChangeSubscriber
{
    /// <summary>Handles a change.</summary>
    /// <param name="entry">The change log entry. An entry that is delivered again has the same <see cref="ChangeEntry.Id"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the change is handled.</returns>
    /// <remarks>
    /// When the method throws, the next delivery repeats the same entry. Later entries of the same customer or plan wait for it.
    /// </remarks>
    Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken);
}
