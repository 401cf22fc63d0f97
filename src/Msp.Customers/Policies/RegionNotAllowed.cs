using Msp.Customers.Plans;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a region that its plan does not allow, or a plan that does not allow one of its regions. One that has both keeps them, whatever becomes of the plan.</summary>
public sealed class RegionNotAllowed : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal RegionNotAllowed(Stored<ServicePlan> stored)
        : base("region.not-allowed", Severity.Error, "The service plan {ServicePlan} does not allow the region {Region}.") =>
        this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var chosen = changes
            .Where(c => c.Change.After.ServicePlan is not null && c.Change.After.StorageRegions.Except(Kept(c.Change)).Any())
            .ToList();
        var offers = await stored
            .ListAsync(chosen.Select(c => c.Change.After.ServicePlan!), plans => new PlanOffersOf(plans), cancellationToken)
            .ConfigureAwait(false);
        var allowed = offers.ToDictionary(p => p.Id, p => p.AllowedRegions);
        foreach (var (change, told) in chosen)
        {
            if (allowed.TryGetValue(change.After.ServicePlan!, out var regions))
            {
                Judge(change, regions, told);
            }
        }
    }

    private static IReadOnlyList<StorageRegion> Kept(Change<Customer> change) =>
        change.Before is { } before && before.ServicePlan == change.After.ServicePlan ? before.StorageRegions : [];

    private void Judge(Change<Customer> change, IReadOnlyList<StorageRegion> allowed, ICollection<Violation> told)
    {
        var kept = Kept(change);
        foreach (var (index, region) in change.After.StorageRegions.Index())
        {
            if (!ServicePlan.Allow(allowed, region) && !kept.Contains(region))
            {
                told.Add(Violated($"StorageRegions[{index}]", ("Region", region), ("ServicePlan", change.After.ServicePlan!)));
            }
        }
    }
}
