using System.Collections.Concurrent;
using Msp.Customers.ChangeLog;
using Msp.Customers.Plans;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.DependencyInjection;

// What is kept in memory, for each MSP apart. It outlives the scopes, which bring who changes it.
internal sealed class InMemoryStorage(bool uniqueOrganizationNames)
{
    private readonly ConcurrentDictionary<MspId, Lazy<Stores>> keptOf = new();

    public Stores Of(MspId msp) => keptOf.GetOrAdd(msp, id => new Lazy<Stores>(() => new Stores(id, uniqueOrganizationNames))).Value;

    internal sealed class Stores
    {
        private readonly MspId msp;
        private readonly bool uniqueOrganizationNames;
        private readonly Shelf<CustomerSnapshot> customers;
        private readonly Shelf<PlanSnapshot> plans;

        public Stores(MspId msp, bool uniqueOrganizationNames)
        {
            this.msp = msp;
            this.uniqueOrganizationNames = uniqueOrganizationNames;
            customers = InMemoryCustomerStore.NewShelf(uniqueOrganizationNames, Log);
            plans = InMemoryPlanStore.NewShelf(Log);
            Usage = new InMemoryUsageStore(CustomersBy(null));
        }

        public InMemoryChangeLog Log { get; } = new();

        public InMemoryUsageStore Usage { get; }

        public InMemoryCustomerStore CustomersBy(ChangeAuthor? author) => new(msp, customers, uniqueOrganizationNames, author);

        public InMemoryPlanStore PlansBy(ChangeAuthor author) => new(msp, plans, author);
    }
}
