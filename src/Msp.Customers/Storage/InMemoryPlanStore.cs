using Msp.Customers.ChangeLog;
using Msp.Customers.Queries;

namespace Msp.Customers.Storage;

/// <summary>Stores service plans in memory, for tests and first steps. It is thread-safe.</summary>
/// <remarks>The store contains copies, so that a change of a plan is visible to others only after it is saved.</remarks>
public sealed class InMemoryPlanStore : PlanStore
{
    private readonly InMemoryTable<PlanSnapshot> table;

    /// <summary>Creates an empty store without a change log.</summary>
    /// <param name="msp">The MSP that the store serves; <see cref="MspId.Default"/> when omitted.</param>
    public InMemoryPlanStore(MspId? msp = null)
        : this(msp ?? MspId.Default, NewTable(new InMemoryChangeLog(), new Lock(), _ => false), null) { }

    internal InMemoryPlanStore(MspId msp, InMemoryTable<PlanSnapshot> table, ChangeContext? changeContext)
        : base(changeContext)
    {
        Msp = msp;
        this.table = table;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    internal static InMemoryTable<PlanSnapshot> NewTable(InMemoryChangeLog log, Lock gate, Func<string, bool> isInUse) =>
        new(s => s.Details.Id!, s => s.Version, _ => [], log, gate) { CanDelete = plan => !isInUse(plan.Details.Id!) };

    /// <inheritdoc/>
    protected override ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        new(table.Find(id, cancellationToken));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<PlanSnapshot> ReadAsync(
        ISpecification<ServicePlan>? specification,
        CancellationToken cancellationToken
    ) =>
        specification is IKeyedSpecification<PlanId> { Keys: var ids }
            ? table.FindAsync(ids.Select(id => id.Value), [], cancellationToken)
            : table.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(table.Insert(snapshot, change, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<PlanSnapshot>> replacements,
        CancellationToken cancellationToken
    ) => new(table.Replace(replacements, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) => new(table.Remove(id, expectedVersion, change, cancellationToken));
}
