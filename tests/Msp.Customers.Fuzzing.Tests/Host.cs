using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.Fuzzing.Tests;

internal sealed class Host : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;

    public Host()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0));
        collection.AddMspCustomers().UseInMemoryStorage().AddUsage().AddImportExport();
        services = collection.BuildServiceProvider();
        scope = services.CreateScope();
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
    }
}
