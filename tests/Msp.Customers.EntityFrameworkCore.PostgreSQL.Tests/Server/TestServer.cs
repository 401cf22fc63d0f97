using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// The server of the run: the one that an environment variable contains, otherwise a private one, if possible.
internal static class TestServer
{
    public const string Variable = "MSP_CUSTOMERS_POSTGRESQL";

    private static readonly string? Named = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;
    private static readonly Lazy<PrivateServer> Private = new(() => new PrivateServer());

    // Null when a server is available.
    public static string? UnavailableReason { get; } =
        Named is null && PrivateServer.UnavailableReason is { } reason
            ? $"{reason} Set {Variable} to the connection string of a server instead."
            : null;

    // Limits the connections of each test, so that parallel tests have enough.
    public static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Named ?? Private.Value.Connection)
        {
            Database = database,
            MaxPoolSize = 30,
            IncludeErrorDetail = true,
        }.ConnectionString;

    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionTo("postgres")) { Pooling = false }.ConnectionString
        );
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
