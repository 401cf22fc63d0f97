using System.Text.Json;
using System.Text.Json.Nodes;

namespace Msp.Customers.Testing;

// Compares two snapshots as plain text by member, so that a failure contains the path of the first difference.
internal static class SnapshotComparison
{
    public static (string Path, string Expected, string Found)? FirstDifference(object expected, object found)
    {
        // The common case has no difference, and this comparison is faster.
        if (JsonSerializer.Serialize(expected) == JsonSerializer.Serialize(found))
        {
            return null;
        }

        var (wanted, given) = (Members(expected), Members(found));
        foreach (var path in wanted.Keys.Union(given.Keys))
        {
            var (a, b) = (wanted.GetValueOrDefault(path, "missing"), given.GetValueOrDefault(path, "missing"));
            if (a != b)
            {
                return (path, a, b);
            }
        }

        return null;
    }

    private static Dictionary<string, string> Members(object state)
    {
        var members = new Dictionary<string, string>();
        Add("", JsonSerializer.SerializeToNode(state), members);
        return members;
    }

    private static void Add(string path, JsonNode? node, Dictionary<string, string> members)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item)
                {
                    Add(path.Length == 0 ? name : $"{path}.{name}", value, members);
                }

                break;
            case JsonArray items:
                foreach (var (index, value) in items.Index())
                {
                    Add($"{path}[{index}]", value, members);
                }

                break;
            default:
                members.Add(path, node?.ToJsonString() ?? "null");
                break;
        }
    }
}
