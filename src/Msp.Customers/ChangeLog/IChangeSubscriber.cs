namespace Msp.Customers.ChangeLog;

/// <summary>Is told of every change after it was committed, at least once: a host registers as many as it likes.</summary>
public interface IChangeSubscriber
{
    /// <summary>Handles a change. Whoever throws is told the same change again, and is told no later one of the same customer or plan before.</summary>
    /// <param name="entry">The change; one that was told before has the same <see cref="ChangeEntry.Id"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A task that ends when the change is handled.</returns>
    Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken);
}
