using System.Collections.Concurrent;
using Ardalis.Specification;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Plans;
using Msp.Customers.Storage;

public sealed class OwnPlans(ConcurrentDictionary<string, PlanSnapshot> rows, ConcurrentDictionary<string, CustomerSnapshot> customers)
    : PlanStore
{
    protected override ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(rows.GetValueOrDefault(id));

    protected override IAsyncEnumerable<PlanSnapshot> ReadAsync(
        ISpecification<ServicePlan>? question,
        CancellationToken cancellationToken
    ) => rows.Values.ToAsyncEnumerable();

    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(rows.TryAdd(snapshot.Details.Id!, snapshot));

    protected override ValueTask<bool> ReplaceAsync(
        PlanSnapshot snapshot,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) =>
        new(
            rows.TryGetValue(snapshot.Details.Id!, out var row)
                && row.Version == expectedVersion
                && rows.TryUpdate(snapshot.Details.Id!, snapshot, row)
        );

    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    )
    {
        lock (rows)
        {
            return new(
                customers.Values.All(c => c.Details.ServicePlan != id)
                    && rows.TryGetValue(id, out var row)
                    && row.Version == expectedVersion
                    && rows.TryRemove(new(id, row))
            );
        }
    }
}
