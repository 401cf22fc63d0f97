using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Storage;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// A host on a SQLite file of its own, which is deleted with it.
internal sealed class SqliteStorage : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"msp-customers-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider services;

    public SqliteStorage(Action<MspCustomersOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddMspCustomers(configure).UseEntityFrameworkCore(db => db.UseSqlite($"Data Source={file};Pooling=False"));
        services = collection.BuildServiceProvider(validateScopes: true);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<MspCustomersContext>().Database.EnsureCreated();
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1);

    public IServiceScope Scope() => services.CreateScope();

    public void Dispose()
    {
        services.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }
}
