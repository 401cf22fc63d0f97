using System.Text.Json;

namespace Msp.Customers.ImportExport;

internal static class Member
{
    // The text of a member; null where it is missing, or has another form or a second value, which is told.
    public static string? Read(JsonElement row, string name, Form form, string path, ICollection<Violation> found)
    {
        var values = ValuesOf(row, name).Take(2).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count > 1)
        {
            found.Add(ImportExportCodes.MemberRepeated.Violated(path));
            return null;
        }

        var text = values[0].ValueKind == JsonValueKind.Null ? "" : form.Read(values[0]);
        if (text is null)
        {
            found.Add(ImportExportCodes.MemberMalformed.Violated(path, ("Form", form.Wanted)));
        }

        return text;
    }

    // As often as the object has the member.
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
            // Half a character: it is none that is looked for.
            return false;
        }
    }
}
