using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers.Storage;

/// <summary>Stores customers in memory, for tests and first steps. It is thread-safe.</summary>
/// <remarks>The store contains copies, so that a change of a customer is visible to others only after it is saved.</remarks>
public sealed class InMemoryCustomerStore : CustomerStore
{
    private readonly InMemoryTable<CustomerSnapshot> table;
    private readonly bool uniqueOrganizationNames;

    /// <summary>Creates an empty store without a change log.</summary>
    /// <param name="uniqueOrganizationNames">
    /// Whether the store refuses a second customer with the same organization name; true by default, as the rule
    /// <c>organization-name.duplicate</c> is an error by default.
    /// </param>
    /// <param name="msp">The MSP that the store serves; <see cref="MspId.Default"/> when omitted.</param>
    /// <remarks>The store is not connected to a store of plans, so that a customer can have a plan that is not stored.</remarks>
    public InMemoryCustomerStore(bool uniqueOrganizationNames = true, MspId? msp = null)
        : this(
            msp ?? MspId.Default,
            NewTable(uniqueOrganizationNames, new InMemoryChangeLog(), new Lock(), _ => true),
            uniqueOrganizationNames,
            null
        ) { }

    internal InMemoryCustomerStore(
        MspId msp,
        InMemoryTable<CustomerSnapshot> table,
        bool uniqueOrganizationNames,
        ChangeContext? changeContext
    )
        : base(changeContext)
    {
        Msp = msp;
        this.table = table;
        this.uniqueOrganizationNames = uniqueOrganizationNames;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    // Other in-memory stores delete the data of a deleted customer.
    internal event Action<string> Deleted
    {
        add => table.Deleted += value;
        remove => table.Deleted -= value;
    }

    // A plan that a customer changes to must be stored. The current plan of a customer is not checked.
    internal static InMemoryTable<CustomerSnapshot> NewTable(
        bool uniqueOrganizationNames,
        InMemoryChangeLog log,
        Lock gate,
        Func<string, bool> hasPlan
    ) =>
        new(s => s.Details.Id!, s => s.Version, s => UniqueValues(s, uniqueOrganizationNames), log, gate)
        {
            CanWrite = (before, after) => after.Details.ServicePlan is not { } plan || plan == before?.Details.ServicePlan || hasPlan(plan),
        };

    internal bool Contains(CustomerId customer) => table.Find(customer.Value, CancellationToken.None) is not null;

    /// <inheritdoc/>
    protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(table.Find(id, cancellationToken));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? specification,
        CancellationToken cancellationToken
    ) =>
        specification switch
        {
            IKeyedSpecification<CustomerId> { Keys: var ids } => table.FindAsync(ids.Select(id => id.Value), [], cancellationToken),
            IKeyedSpecification<NameKey> { Keys: var names } when uniqueOrganizationNames => table.FindAsync(
                [],
                names.Select(UniqueValue),
                cancellationToken
            ),
            IKeyedSpecification<ExternalReference> { Keys: var references } => table.FindAsync(
                [],
                references.Select(r => UniqueValue(r.System, r.Id)),
                cancellationToken
            ),
            _ => table.ReadAsync(cancellationToken),
        };

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(table.Insert(snapshot, change, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    ) => new(table.Replace(replacements, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) => new(table.Remove(id, expectedVersion, change, cancellationToken));

    private static IEnumerable<string> UniqueValues(CustomerSnapshot snapshot, bool organizationName) =>
        [
            .. snapshot.Details.References.Select(r => UniqueValue(r.System!, r.Id!)),
            .. organizationName ? [UniqueValue(NameKey.Of(snapshot.Details.OrganizationName!))] : Array.Empty<string>(),
        ];

    private static string UniqueValue(NameKey organization) => $"organization\0{organization.Value}";

    private static string UniqueValue(string system, string id) => $"reference\0{system}\0{id}";
}
