using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>The base class of a store of service plans over a host's own tables.</summary>
/// <remarks>A derived class implements the five members of <see cref="AggregateStore{T, TSnapshot}"/>.</remarks>
public abstract class PlanStore : AggregateStore<ServicePlan, PlanSnapshot>
{
    /// <summary>Creates the store.</summary>
    /// <param name="changeContext">The change context of the scope, for the change log; null when the host has no change log.</param>
    protected PlanStore(ChangeContext? changeContext = null)
        : base(changeContext) { }

    private protected sealed override ServicePlan Restore(PlanSnapshot snapshot) => ServicePlan.FromSnapshot(snapshot);

    private protected sealed override bool IsUnreadable(PlanSnapshot snapshot, out string? member) =>
        ServicePlan.IsUnreadable(snapshot, out member);

    private protected sealed override ServicePlan? PlaceholderFor(PlanSnapshot snapshot) => ServicePlan.PlaceholderFor(snapshot);

    private protected sealed override string? IdOf(PlanSnapshot snapshot) => snapshot.Details?.Id;

    private protected sealed override PlanSnapshot Snapshot(ServicePlan entity) => entity.ToSnapshot();
}
