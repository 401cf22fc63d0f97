using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
        collection.AddMspCustomers(configure).UseEntityFrameworkCore(db => db.UseSqlite(Connection).AddInterceptors(Unsynced.Instance));
        services = collection.BuildServiceProvider(validateScopes: true);
        using var context = Context();
        context.Database.EnsureCreated();
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1);

    public string Connection => $"Data Source={file}";

    public IServiceScope Scope() => services.CreateScope();

    // A context of its own on the file, as another process would have.
    public MspCustomersContext Context(params IInterceptor[] interceptors) =>
        new(new DbContextOptionsBuilder<MspCustomersContext>().UseSqlite(Connection).AddInterceptors([Unsynced.Instance, .. interceptors]).Options);

    public async Task SaveAsync(params Customer[] customers)
    {
        await using var context = Context();
        await new ContextCustomers<MspCustomersContext>(context).AddRangeAsync(customers);
    }

    public async Task<Customer?> FindAsync(string id)
    {
        await using var context = Context();
        return await new ContextCustomers<MspCustomersContext>(context).GetByIdAsync(id);
    }

    public async Task EditAsync(string id, Action<Customer> edit)
    {
        await using var context = Context();
        var customers = new ContextCustomers<MspCustomersContext>(context);
        var customer = await customers.GetByIdAsync(id);
        edit(customer!);
        await customers.UpdateAsync(customer!);
    }

    public void Dispose()
    {
        services.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    // The tests need the file as it is seen by other connections, not that it outlives a power cut.
    private sealed class Unsynced : DbConnectionInterceptor
    {
        public static readonly Unsynced Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Unsync(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Unsync(connection);
            return Task.CompletedTask;
        }

        private static void Unsync(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF";
            command.ExecuteNonQuery();
        }
    }
}
