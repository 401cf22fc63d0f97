using System.Collections.Concurrent;
using Msp.Customers;
using Msp.Customers.Testing;

public sealed class OwnStorage : IStorageFixture
{
    private readonly ConcurrentDictionary<string, CustomerSnapshot> customers = new();
    private readonly ConcurrentDictionary<string, PlanSnapshot> plans = new();

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken) =>
        new(new StorageSession(new OwnCustomers(customers, plans), new OwnPlans(plans, customers)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
