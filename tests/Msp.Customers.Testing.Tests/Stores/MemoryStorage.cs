using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Stores;

// The in-memory stores of the library, in one scope for each session.
internal sealed class MemoryStorage : IStorageFixture
{
    private readonly ServiceProvider services;

    public MemoryStorage()
    {
        var collection = new ServiceCollection().AddSingleton<IClock>(new TestClock()).AddScoped<CurrentMsp>();
        collection.AddMspCustomers().UseMsp(s => s.GetRequiredService<CurrentMsp>().Msp).UseInMemoryStorage().AddUsage();
        services = collection.BuildServiceProvider();
    }

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        T Get<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        Get<CurrentMsp>().Msp = msp;
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

    private sealed class CurrentMsp
    {
        public MspId Msp { get; set; } = MspId.Default;
    }
}
