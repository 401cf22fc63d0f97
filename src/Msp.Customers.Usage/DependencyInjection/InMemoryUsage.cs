using System.Collections.Concurrent;
using Msp.Customers.DependencyInjection;

namespace Msp.Customers.Usage;

// The usage of the in-memory storage, with one store for each MSP. It outlives the scopes.
internal sealed class InMemoryUsage(InMemoryStorage storage)
{
    private readonly ConcurrentDictionary<MspId, Lazy<InMemoryUsageStore>> stores = new();

    public InMemoryUsageStore Of(MspId msp) =>
        stores.GetOrAdd(msp, id => new Lazy<InMemoryUsageStore>(() => new InMemoryUsageStore(storage.Of(id).NewCustomerStore(null)))).Value;
}
