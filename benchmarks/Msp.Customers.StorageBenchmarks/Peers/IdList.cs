using System.Text.Json;

namespace Msp.Customers.StorageBenchmarks.Peers;

// The way to query many ids by one parameter: the only difference between the SQL of the two databases.
internal sealed record IdList(string IsAmong, Func<IEnumerable<string>, object> Value)
{
    public static readonly IdList PostgreSql = new("= ANY(@ids)", ids => ids.ToArray());

    public static readonly IdList Sqlite = new("IN (SELECT value FROM json_each(@ids))", ids => JsonSerializer.Serialize(ids));
}
