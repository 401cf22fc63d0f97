using System.Collections.Concurrent;
using Msp.Customers.DependencyInjection;

namespace Msp.Customers.Usage;

// Usage in memory, one store for each MSP, beside the customers in memory. It outlives the scopes.
internal sealed class InMemoryUsage(InMemoryStorage storage)
{
    private readonly ConcurrentDictionary<MspId, Lazy<InMemoryUsageStore>> storeOf = new();

    public InMemoryUsageStore Of(MspId msp) =>
        storeOf.GetOrAdd(msp, id => new Lazy<InMemoryUsageStore>(() => new InMemoryUsageStore(storage.Of(id).CustomersBy(null)))).Value;
}
