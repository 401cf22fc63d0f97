using System.Text.Json;
using Msp.Customers.Rules;

namespace Msp.Customers.Transfer.Listings;

internal static class Member
{
    // The text of a member; null where it is missing, or has another form or a second value, which is told.
    public static string? Read(JsonElement row, string name, Form form, string path, ICollection<Violation> found)
    {
        var values = row.EnumerateObject().Where(m => IsNamed(m, name)).Take(2).Select(m => m.Value).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count > 1)
        {
            found.Add(TransferRule.MemberRepeated.Violated(path));
            return null;
        }

        var text = values[0].ValueKind == JsonValueKind.Null ? "" : form.Read(values[0]);
        if (text is null)
        {
            found.Add(TransferRule.MemberMalformed.Violated(path, ("Form", form.Wanted)));
        }

        return text;
    }

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
