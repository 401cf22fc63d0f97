using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Stores;

// The stores in memory that come along, in a scope for each opening.
internal sealed class MemoryStorage : IStorageFixture
{
    private readonly ServiceProvider services;

    public MemoryStorage()
    {
        var collection = new ServiceCollection().AddSingleton<IClock>(new TestClock()).AddScoped<Served>();
        collection.AddMspCustomers().UseMsp(s => s.GetRequiredService<Served>().Msp).UseInMemoryStorage().AddUsage();
        services = collection.BuildServiceProvider();
    }

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        T Get<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        Get<Served>().Msp = msp;
        return new(
            new StorageSession(
                Get<InMemoryCustomerStore>(),
                Get<InMemoryPlanStore>(),
                Get<IUsageStore>(),
                scope,
                Get<ChangeContext>(),
                Get<IChangeLog>()
            )
        );
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Served
    {
        public MspId Msp { get; set; } = MspId.Default;
    }
}
