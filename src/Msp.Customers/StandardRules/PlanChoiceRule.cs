using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.Rules;

// A customer can choose a stored plan that is not retired, with regions that the plan allows. A customer keeps its plan and regions when
// the plan changes later.
internal sealed class PlanChoiceRule(IReadRepositoryBase<ServicePlan> plans) : SaveRule<Customer>(AllCodes)
{
    public static readonly RuleDescriptor NotFound = Of("plan.not-found", "The service plan {ServicePlan} does not exist.");

    private static readonly RuleDescriptor Retired = Of("plan.retired", "The service plan {ServicePlan} is retired and cannot be chosen.");

    private static readonly RuleDescriptor RegionNotAllowed = Of(
        "region.not-allowed",
        "The service plan {ServicePlan} does not allow the region {Region}.",
        ("Region", typeof(StorageRegion))
    );

    public static IEnumerable<RuleDescriptor> AllCodes => [NotFound, Retired, RegionNotAllowed];

    public override async ValueTask EvaluateAsync(IReadOnlyList<Change<Customer>> changes, CancellationToken cancellationToken)
    {
        var choices = changes.Where(c => c.After.ServicePlan is not null && (ChoosesPlan(c) || ChosenRegions(c).Any())).ToList();
        var found = await plans
            .ListAsync(choices.Select(c => c.After.ServicePlan!), ids => new PlanOffersById(ids), cancellationToken)
            .ConfigureAwait(false);
        var offers = found.ToDictionary(o => o.Id);
        foreach (var change in choices)
        {
            var plan = change.After.ServicePlan!;
            if (!offers.TryGetValue(plan, out var offer))
            {
                Report(change, ChoosesPlan(change), NotFound, nameof(Customer.ServicePlan), ("ServicePlan", plan));
                continue;
            }

            Report(change, ChoosesPlan(change) && offer.IsRetired, Retired, nameof(Customer.ServicePlan), ("ServicePlan", plan));
            foreach (var (index, region) in ChosenRegions(change))
            {
                Report(
                    change,
                    !ServicePlan.Allow(offer.AllowedRegions, region),
                    RegionNotAllowed,
                    $"StorageRegions[{index}]",
                    ("ServicePlan", plan),
                    ("Region", region)
                );
            }
        }
    }

    private static bool ChoosesPlan(Change<Customer> change) => change.Before?.ServicePlan != change.After.ServicePlan;

    private static IEnumerable<(int Index, StorageRegion Region)> ChosenRegions(Change<Customer> change) =>
        change.After.StorageRegions.Index().Where(r => ChoosesPlan(change) || !change.Before!.StorageRegions.Contains(r.Item));

    private static void Report(
        Change<Customer> change,
        bool isViolated,
        RuleDescriptor rule,
        string path,
        params ReadOnlySpan<(string, object)> values
    )
    {
        if (isViolated)
        {
            change.Report(rule, path, values);
        }
    }

    private static RuleDescriptor Of(string code, string message, params ReadOnlySpan<(string, Type)> values) =>
        new(code, Severity.Error, message, [("ServicePlan", typeof(PlanId)), .. values]);
}

// The values of a plan that rules about its choice need, with the regions in any order.
internal sealed record PlanOffer(PlanId Id, bool IsRetired, IReadOnlyList<StorageRegion> AllowedRegions);

// Reads the offers of plans without reading the plans completely. Plans that are not stored are left out.
internal sealed class PlanOffersById : Specification<ServicePlan, PlanOffer>, IKeyedSpecification<PlanId>, IBuiltInSpecification
{
    public PlanOffersById(IEnumerable<PlanId> plans)
    {
        List<PlanId> ids = [.. plans.Distinct()];
        Keys = ids;
        Query.Where(p => ids.Contains(p.Id));
        Query.Select(p => new PlanOffer(p.Id, p.IsRetired, p.AllowedRegions.ToList()));
        this.Complete();
    }

    public IReadOnlyCollection<PlanId> Keys { get; }
}
