using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers.Storage;

/// <summary>Customers kept in memory, for tests and first steps. What it keeps is a copy, so that changes to a customer show only when they are saved. Safe to share between threads.</summary>
public sealed class InMemoryCustomerStore : CustomerStore
{
    private readonly InMemoryTable<CustomerSnapshot> shelf;
    private readonly bool uniqueOrganizationNames;

    /// <summary>Makes an empty store, which keeps no change log. It is alone: a customer may have a plan that is not stored.</summary>
    /// <param name="uniqueOrganizationNames">Whether two customers racing for an organization name are kept from both winning; true by default, as the rule <c>organization-name.duplicate</c> is an error by default.</param>
    /// <param name="msp">The MSP served; <see cref="MspId.Default"/> when omitted.</param>
    public InMemoryCustomerStore(bool uniqueOrganizationNames = true, MspId? msp = null)
        : this(
            msp ?? MspId.Default,
            NewTable(uniqueOrganizationNames, new InMemoryChangeLog(), new Lock(), _ => true),
            uniqueOrganizationNames,
            null
        ) { }

    internal InMemoryCustomerStore(MspId msp, InMemoryTable<CustomerSnapshot> shelf, bool uniqueOrganizationNames, ChangeContext? author)
        : base(author)
    {
        Msp = msp;
        this.shelf = shelf;
        this.uniqueOrganizationNames = uniqueOrganizationNames;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    // What else is kept of a customer goes with it.
    internal event Action<string> Removed
    {
        add => shelf.Removed += value;
        remove => shelf.Removed -= value;
    }

    // A plan that is chosen must be there; a customer keeps the one that it has.
    internal static InMemoryTable<CustomerSnapshot> NewTable(
        bool uniqueOrganizationNames,
        InMemoryChangeLog log,
        Lock gate,
        Func<string, bool> isPlan
    ) =>
        new(s => s.Details.Id!, s => s.Version, s => UniqueValues(s, uniqueOrganizationNames), log, gate)
        {
            MayBecome = (before, after) => after.Details.ServicePlan is not { } plan || plan == before?.Details.ServicePlan || isPlan(plan),
        };

    internal bool Keeps(CustomerId customer) => shelf.Find(customer.Value, CancellationToken.None) is not null;

    /// <inheritdoc/>
    protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(shelf.Find(id, cancellationToken));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? question,
        CancellationToken cancellationToken
    ) =>
        question switch
        {
            IKeyedSpecification<CustomerId> { Keys: var ids } => shelf.FindAsync(ids.Select(id => id.Value), [], cancellationToken),
            IKeyedSpecification<NameKey> { Keys: var names } when uniqueOrganizationNames => shelf.FindAsync(
                [],
                names.Select(UniqueValue),
                cancellationToken
            ),
            IKeyedSpecification<ExternalReference> { Keys: var references } => shelf.FindAsync(
                [],
                references.Select(r => UniqueValue(r.System, r.Id)),
                cancellationToken
            ),
            _ => shelf.ReadAsync(cancellationToken),
        };

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(shelf.Insert(snapshot, change, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    ) => new(shelf.Replace(replacements, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) => new(shelf.Remove(id, expectedVersion, change, cancellationToken));

    private static IEnumerable<string> UniqueValues(CustomerSnapshot snapshot, bool organizationName) =>
        [
            .. snapshot.Details.References.Select(r => UniqueValue(r.System!, r.Id!)),
            .. organizationName ? [UniqueValue(NameKey.Of(snapshot.Details.OrganizationName!))] : Array.Empty<string>(),
        ];

    private static string UniqueValue(NameKey organization) => $"organization\0{organization.Value}";

    private static string UniqueValue(string system, string id) => $"reference\0{system}\0{id}";
}
