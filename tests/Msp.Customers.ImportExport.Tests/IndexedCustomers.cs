using System.Collections.Concurrent;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.ImportExport.Tests;

// A store in memory with indexes for the queries of the rules, like a database. An import of thousands of customers takes little time.
internal sealed class IndexedCustomers : CustomerStore
{
    private readonly ConcurrentDictionary<string, CustomerSnapshot> byId = new();
    private readonly ConcurrentDictionary<object, string> idOf = new();

    public int Count => byId.Count;

    // Called before each insertion.
    public Func<CustomerSnapshot, bool> Refuses { get; set; } = _ => false;

    protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(byId.GetValueOrDefault(id));

    protected override IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? specification,
        CancellationToken cancellationToken
    ) =>
        specification switch
        {
            IKeyedSpecification<CustomerId> { Keys: var ids } => Found(ids.Select(id => id.Value)),
            IKeyedSpecification<NameKey> { Keys: var organizations } => Found(organizations.Select(OwnerOf)),
            IKeyedSpecification<ExternalReference> { Keys: var references } => Found(references.Select(OwnerOf)),
            _ => byId.Values.ToAsyncEnumerable(),
        };

    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Refuses(snapshot) || !byId.TryAdd(snapshot.Details.Id!, snapshot))
        {
            return new(false);
        }

        Index(snapshot);
        return new(true);
    }

    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    )
    {
        lock (byId)
        {
            if (replacements.Any(r => byId.GetValueOrDefault(r.Snapshot.Details.Id!)?.Version != r.ExpectedVersion))
            {
                return new(false);
            }

            foreach (var (snapshot, _, _) in replacements)
            {
                Index(snapshot);
                byId[snapshot.Details.Id!] = snapshot;
            }

            return new(true);
        }
    }

    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) => new(byId.TryRemove(id, out _));

    private void Index(CustomerSnapshot snapshot)
    {
        idOf[NameKey.Of(snapshot.Details.OrganizationName!)] = snapshot.Details.Id!;
        foreach (var reference in snapshot.Details.References)
        {
            idOf[new ExternalReference(reference.System!, reference.Id!)] = snapshot.Details.Id!;
        }
    }

    private string? OwnerOf(object unique) => idOf.GetValueOrDefault(unique);

    private IAsyncEnumerable<CustomerSnapshot> Found(IEnumerable<string?> ids) =>
        ids.Select(id => id is null ? null : byId.GetValueOrDefault(id)).OfType<CustomerSnapshot>().Distinct().ToAsyncEnumerable();
}
