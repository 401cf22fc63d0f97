using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Outages;

// A server that keeps acknowledged commits when it is stopped immediately. All tests of a class share it.
public sealed class StoppableDatabase
{
    private readonly Lazy<PrivateServer> server = new(() => new PrivateServer("-c", "synchronous_commit=on"));

    internal PrivateServer Server => server.Value;

    public string Folder => new NpgsqlConnectionStringBuilder(Server.Connection).Host!;

    public string NewDatabase()
    {
        var connection = $"{Server.Connection};Database=customers_{Guid.NewGuid():N}";
        using var context = new MspCustomersContext(new DbContextOptionsBuilder().UseMspCustomersPostgreSql(connection).Options);
        context.Database.EnsureCreated();
        return connection;
    }

    public static ServiceProvider HostOver(string connection, bool retries) =>
        Host.Over(db =>
            db.UseNpgsql(
                    connection,
                    npgsql =>
                    {
                        npgsql.UseNodaTime();
                        if (retries)
                        {
                            npgsql.EnableRetryOnFailure(
                                maxRetryCount: 6,
                                maxRetryDelay: TimeSpan.FromMilliseconds(300),
                                errorCodesToAdd: null
                            );
                        }
                    }
                )
                .UsePostgreSqlDialect()
        );

    public async Task CutConnectionsAsync()
    {
        await using var source = NpgsqlDataSource.Create($"{Server.Connection};Database=postgres;Pooling=false");
        await using var command = source.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        );
        await command.ExecuteNonQueryAsync();
    }
}
