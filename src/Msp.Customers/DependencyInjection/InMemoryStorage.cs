using System.Collections.Concurrent;
using Msp.Customers.ChangeLog;
using Msp.Customers.Plans;
using Msp.Customers.StandardRules;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.DependencyInjection;

// What is kept in memory, for each MSP apart. It outlives the scopes, which bring who changes it.
internal sealed class InMemoryStorage(RuleOptions rules)
{
    private readonly ConcurrentDictionary<MspId, Lazy<Stores>> keptOf = new();

    public Stores Of(MspId msp) => keptOf.GetOrAdd(msp, id => new Lazy<Stores>(() => new Stores(id, rules))).Value;

    internal sealed class Stores
    {
        private readonly MspId msp;
        private readonly bool uniqueOrganizationNames;
        private readonly Shelf<CustomerSnapshot> customers;
        private readonly Shelf<PlanSnapshot> plans;

        // What a rule does not refuse, or only warns of, is stored.
        public Stores(MspId msp, RuleOptions rules)
        {
            this.msp = msp;
            uniqueOrganizationNames = rules.OrganizationNamesAreUnique;
            var (gate, demandsPlan, keepsPlanInUse) = (
                new Lock(),
                rules.IsError(PlanChoice.Unknown.Code),
                rules.IsError(PlanDeletion.InUse.Code)
            );
            customers = InMemoryCustomerStore.NewShelf(
                uniqueOrganizationNames,
                Log,
                gate,
                plan => !demandsPlan || plans!.Find(plan, CancellationToken.None) is not null
            );
            plans = InMemoryPlanStore.NewShelf(Log, gate, plan => keepsPlanInUse && customers.Any(c => c.Details.ServicePlan == plan));
            Usage = new InMemoryUsageStore(CustomersBy(null));
        }

        public InMemoryChangeLog Log { get; } = new();

        public InMemoryUsageStore Usage { get; }

        public InMemoryCustomerStore CustomersBy(ChangeAuthor? author) => new(msp, customers, uniqueOrganizationNames, author);

        public InMemoryPlanStore PlansBy(ChangeAuthor author) => new(msp, plans, author);
    }
}
