using Msp.Customers.Plans;

namespace Msp.Customers.Storage;

/// <summary>Service plans kept in memory, for tests and first steps. What it keeps is a copy. Safe to share between threads.</summary>
public sealed class InMemoryPlanStore : PlanStore
{
    private readonly Shelf<PlanSnapshot> shelf = new(s => s.Details.Id!, s => s.Version, _ => []);

    /// <inheritdoc/>
    protected override ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(shelf.Find(id, cancellationToken));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<PlanSnapshot> ReadAsync(ISpecification<ServicePlan>? question, CancellationToken cancellationToken) =>
        shelf.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, CancellationToken cancellationToken) =>
        new(shelf.Insert(snapshot, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(PlanSnapshot snapshot, long expectedVersion, CancellationToken cancellationToken) =>
        new(shelf.Replace(snapshot, expectedVersion, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(string id, long expectedVersion, CancellationToken cancellationToken) =>
        new(shelf.Remove(id, expectedVersion, cancellationToken));
}
