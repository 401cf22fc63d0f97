using System.Text.Json;

namespace Msp.Customers.ImportExport;

internal static class Member
{
    // The text of an id; null when it is missing, and null with a violation when it has another form or occurs twice.
    public static string? ReadId(JsonElement row, string name, ICollection<Violation> violations) =>
        Find(row, name, Form.Text, name, violations) is { } json ? Form.TextOf(json) : null;

    // The value of a member, which can be null in JSON. Null when it is missing, and null with a violation as above.
    public static JsonElement? Find(JsonElement row, string name, Form form, string path, ICollection<Violation> violations)
    {
        var values = ValuesOf(row, name).Take(2).ToList();
        if (values.Count == 1 && (values[0].ValueKind == JsonValueKind.Null || form.IsForm(values[0])))
        {
            return values[0];
        }

        if (values.Count > 0)
        {
            violations.Add(
                values.Count > 1
                    ? ImportExportCodes.DuplicateMember.Violated(path)
                    : ImportExportCodes.InvalidMember.Violated(path, ("Form", form.Wanted))
            );
        }

        return null;
    }

    // Returns every occurrence of the member.
    public static IEnumerable<JsonElement> ValuesOf(JsonElement row, string name) =>
        row.EnumerateObject().Where(m => IsNamed(m, name)).Select(m => m.Value);

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // An incomplete surrogate pair: the name differs from the requested one.
            return false;
        }
    }
}
