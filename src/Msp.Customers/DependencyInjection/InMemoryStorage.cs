using System.Collections.Concurrent;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.DependencyInjection;

// What is kept in memory, for each MSP apart.
internal sealed class InMemoryStorage(bool uniqueOrganizationNames)
{
    private readonly ConcurrentDictionary<MspId, Lazy<Stores>> storesOf = new();

    public Stores Of(MspId msp) => storesOf.GetOrAdd(msp, id => new Lazy<Stores>(() => new Stores(new InMemoryCustomerStore(uniqueOrganizationNames, id), new InMemoryPlanStore()))).Value;

    internal sealed record Stores(InMemoryCustomerStore Customers, InMemoryPlanStore Plans)
    {
        public InMemoryUsageStore Usage { get; } = new(Customers);
    }
}
