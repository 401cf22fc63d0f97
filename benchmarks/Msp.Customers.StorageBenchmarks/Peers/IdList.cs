using System.Text.Json;

namespace Msp.Customers.StorageBenchmarks.Peers;

// How a database is asked about many ids by one parameter: the only thing in which the SQL of the two differs.
internal sealed record IdList(string IsAmong, Func<IEnumerable<string>, object> Value)
{
    public static readonly IdList PostgreSql = new("= ANY(@ids)", ids => ids.ToArray());

    public static readonly IdList Sqlite = new("IN (SELECT value FROM json_each(@ids))", ids => JsonSerializer.Serialize(ids));
}
