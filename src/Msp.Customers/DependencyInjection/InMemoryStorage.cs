using System.Collections.Concurrent;
using Msp.Customers.ChangeLog;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.DependencyInjection;

// The stored data in memory, separate for each MSP. It outlives the scopes, which provide the change context.
internal sealed class InMemoryStorage(RuleOptions rules)
{
    private readonly ConcurrentDictionary<MspId, Lazy<Stores>> storesOf = new();

    public Stores Of(MspId msp) => storesOf.GetOrAdd(msp, id => new Lazy<Stores>(() => new Stores(id, rules))).Value;

    internal sealed class Stores
    {
        private readonly MspId msp;
        private readonly bool uniqueOrganizationNames;
        private readonly InMemoryTable<CustomerSnapshot> customers;
        private readonly InMemoryTable<PlanSnapshot> plans;

        // The store enforces the rules about plans only when their codes are errors.
        public Stores(MspId msp, RuleOptions rules)
        {
            this.msp = msp;
            uniqueOrganizationNames = rules.OrganizationNamesAreUnique;
            var (gate, requiresPlan, protectsPlanInUse) = (
                new Lock(),
                rules.IsError(PlanChoiceRule.NotFound.Code),
                rules.IsError(PlanDeletionRule.PlanInUse.Code)
            );
            customers = InMemoryCustomerStore.NewTable(
                uniqueOrganizationNames,
                Log,
                gate,
                plan => !requiresPlan || plans!.Find(plan, CancellationToken.None) is not null
            );
            plans = InMemoryPlanStore.NewTable(Log, gate, plan => protectsPlanInUse && customers.Any(c => c.Details.ServicePlan == plan));
        }

        public InMemoryChangeLog Log { get; } = new();

        public InMemoryCustomerStore NewCustomerStore(ChangeContext? changeContext) =>
            new(msp, customers, uniqueOrganizationNames, changeContext);

        public InMemoryPlanStore NewPlanStore(ChangeContext changeContext) => new(msp, plans, changeContext);
    }
}
