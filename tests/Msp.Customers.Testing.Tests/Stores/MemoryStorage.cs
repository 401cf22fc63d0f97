using System.Collections.Concurrent;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Stores;

// The stores in memory that come along, a set for each MSP.
internal sealed class MemoryStorage : IStorageUnderTest
{
    private readonly ConcurrentDictionary<MspId, StorageSession> sessions = [];

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken) => new(sessions.GetOrAdd(msp, static id =>
    {
        var customers = new InMemoryCustomerStore(msp: id);
        return new StorageSession(customers, new InMemoryPlanStore(), new InMemoryUsageStore(customers));
    }));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
