using Msp.Customers.ChangeLog;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

/// <summary>Customers kept in memory, for tests and first steps. What it keeps is a copy, so that changes to a customer show only when they are saved. Safe to share between threads.</summary>
public sealed class InMemoryCustomerStore : CustomerStore
{
    private readonly Shelf<CustomerSnapshot> shelf;

    /// <summary>Makes an empty store, which keeps no change log.</summary>
    /// <param name="uniqueOrganizationNames">Whether two customers racing for an organization name are kept from both winning; true by default, as the rule <c>organization-name.taken</c> is an error by default.</param>
    /// <param name="msp">The MSP served; <see cref="MspId.Only"/> when omitted.</param>
    public InMemoryCustomerStore(bool uniqueOrganizationNames = true, MspId? msp = null)
        : this(msp ?? MspId.Only, NewShelf(uniqueOrganizationNames, new InMemoryChangeLog()), null)
    {
    }

    internal InMemoryCustomerStore(MspId msp, Shelf<CustomerSnapshot> shelf, ChangeAuthor? author)
        : base(author)
    {
        Msp = msp;
        this.shelf = shelf;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    // What else is kept of a customer goes with it.
    internal event Action<string> Removed
    {
        add => shelf.Removed += value;
        remove => shelf.Removed -= value;
    }

    internal static Shelf<CustomerSnapshot> NewShelf(bool uniqueOrganizationNames, InMemoryChangeLog log) =>
        new(s => s.Details.Id!, s => s.Version, s => UniqueValues(s, uniqueOrganizationNames), log);

    internal bool Keeps(CustomerId customer) => shelf.Find(customer.Value, CancellationToken.None) is not null;

    /// <inheritdoc/>
    protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(shelf.Find(id, cancellationToken));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<CustomerSnapshot> ReadAsync(ISpecification<Customer>? question, CancellationToken cancellationToken) =>
        shelf.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(shelf.Insert(snapshot, change, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(CustomerSnapshot snapshot, long expectedVersion, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(shelf.Replace(snapshot, expectedVersion, change, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(string id, long expectedVersion, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(shelf.Remove(id, expectedVersion, change, cancellationToken));

    private static IEnumerable<string> UniqueValues(CustomerSnapshot snapshot, bool organizationName) =>
    [
        .. snapshot.Details.References.Select(r => $"reference\0{r.System}\0{r.Id}"),
        .. organizationName ? [$"organization\0{NameKey.Fold(snapshot.Details.OrganizationName!)}"] : Array.Empty<string>(),
    ];
}
