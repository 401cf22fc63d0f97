using System.Text.Json;

namespace Msp.Customers.ImportExport;

internal static class Member
{
    // The text of a member; null when it is missing, and null with a violation when it has another form or occurs twice.
    public static string? Read(JsonElement row, string name, Form form, string path, ICollection<Violation> found)
    {
        var values = ValuesOf(row, name).Take(2).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count > 1)
        {
            found.Add(ImportExportCodes.DuplicateMember.Violated(path));
            return null;
        }

        var text = values[0].ValueKind == JsonValueKind.Null ? "" : form.Read(values[0]);
        if (text is null)
        {
            found.Add(ImportExportCodes.InvalidMember.Violated(path, ("Form", form.Wanted)));
        }

        return text;
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
