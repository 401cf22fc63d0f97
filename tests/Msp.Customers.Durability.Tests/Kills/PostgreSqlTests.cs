using Msp.Customers.Durability.Writer;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Kills;

public sealed class PostgreSqlTests
{
    [ServerFact]
    public async Task Every_save_is_stored_completely_or_not_at_all_when_the_process_is_killed_20_times()
    {
        using var database = TestDatabase.WithTables();
        var writer = new NpgsqlConnectionStringBuilder(database.Connection) { ApplicationName = "writer" }.ConnectionString;
        await using var services = Host.Over(Host.PostgreSql, database.Connection);
        await KillTest.RunAsync(services, () => new WriterProcess(Host.PostgreSql, writer), () => NoWriterAsync(database.Connection));
    }

    // The server can still run a statement that the process sent before it was killed.
    private static async Task NoWriterAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'writer'"
        );
        for (var tries = 0; await command.ExecuteScalarAsync() is not 0L; tries++)
        {
            tries.Should().BeLessThan(6_000, "the server ends the connection of a writer that was killed");
            await Task.Delay(5);
        }
    }
}
