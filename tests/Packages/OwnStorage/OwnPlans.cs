using System.Collections.Concurrent;
using Ardalis.Specification;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

public sealed class OwnPlans(ConcurrentDictionary<string, PlanSnapshot> rows, ConcurrentDictionary<string, CustomerSnapshot> customers)
    : PlanStore
{
    protected override ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(rows.GetValueOrDefault(id));

    protected override IAsyncEnumerable<PlanSnapshot> ReadAsync(
        ISpecification<ServicePlan>? specification,
        CancellationToken cancellationToken
    ) => rows.Values.ToAsyncEnumerable();

    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(rows.TryAdd(snapshot.Details.Id!, snapshot));

    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<PlanSnapshot>> replacements,
        CancellationToken cancellationToken
    )
    {
        lock (rows)
        {
            if (replacements.Any(r => rows.GetValueOrDefault(r.Snapshot.Details.Id!)?.Version != r.ExpectedVersion))
            {
                return new(false);
            }

            foreach (var (snapshot, _, _) in replacements)
            {
                rows[snapshot.Details.Id!] = snapshot;
            }

            return new(true);
        }
    }

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
