using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// The server of the whole run: the one that a variable names, else a private one, else none.
internal static class TestServer
{
    public const string Variable = "MSP_CUSTOMERS_POSTGRESQL";

    private static readonly string? Named = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;
    private static readonly Lazy<PrivateServer> Private = new(() => new PrivateServer());

    // Null where there is a server.
    public static string? WhyNone { get; } =
        Named is null && PrivateServer.WhyNone is { } reason
            ? $"{reason} Set {Variable} to the connection string of a server instead."
            : null;

    // Few connections each, so that tests that run side by side have enough.
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
