using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// The server named by an environment variable, or a private one. Databases on a named server are dropped at the end.
internal sealed class Server : IAsyncDisposable
{
    // The reference keeps the private server alive.
    private readonly PrivateServer? own;
    private readonly string connection;
    private readonly List<string> databases = [];

    public Server()
    {
        var named = Environment.GetEnvironmentVariable("MSP_CUSTOMERS_POSTGRESQL");
        own = string.IsNullOrEmpty(named) ? new PrivateServer("-c", "shared_buffers=512MB", "-c", "max_wal_size=4GB") : null;
        connection = own?.Connection ?? named!;
    }

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"msp_customers_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        databases.Add(name);
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in databases)
        {
            await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(connection) { Database = database, CommandTimeout = 600 }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
