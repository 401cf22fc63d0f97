using Microsoft.Data.Sqlite;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// The query plan of SQLite for a statement.
internal static class QueryPlan
{
    public static async Task<List<string>> PlanAsync(this TestStorage storage, (string Text, Dictionary<string, object?> Values) statement)
    {
        await using var connection = new SqliteConnection(storage.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
        command.Parameters.AddRange(statement.Values.Select(v => new SqliteParameter(v.Key, v.Value)));
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
