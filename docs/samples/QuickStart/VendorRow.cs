using System.Text.Json;
using Msp.Customers.Reading;
using Msp.Customers.Rules;
using NodaTime;

namespace QuickStart;

/// <summary>One row of a listing, read member by member: what is missing is null, and what has the wrong form becomes a violation.</summary>
public sealed record VendorRow(JsonElement Json, string Place)
{
    /// <summary>A text, or a number as it is written.</summary>
    public string? Text(string member, string path, ICollection<Violation> unreadable)
    {
        switch (Find(member))
        {
            case { ValueKind: JsonValueKind.String } text when IsWhole(text, out var value):
                return value;
            case { ValueKind: JsonValueKind.Number } number:
                return number.GetRawText();
            case { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null }:
                return null;
            default:
                unreadable.Add(UnreadableValue.Instance.Violated(path, ("Known", "a text")));
                return null;
        }
    }

    /// <summary>A number, exactly.</summary>
    public decimal? Number(string member, string path, ICollection<Violation> unreadable)
    {
        var value = Find(member);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return number;
        }

        unreadable.Add(UnreadableValue.Instance.Violated(path, ("Known", "a number")));
        return null;
    }

    /// <summary>A date, or the midnight of an instant that stands for it.</summary>
    public LocalDate? Date(string member, string path, ICollection<Violation> unreadable) =>
        OutsideDate.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>One of a set of values, by name or number.</summary>
    public T? Value<T>(string member, OutsideNames<T> names, string path, ICollection<Violation> unreadable)
        where T : struct, Enum => names.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>The items of a list; none when it is missing.</summary>
    public IReadOnlyList<VendorRow> List(string member) =>
        Find(member) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => new VendorRow(item, Place))] : [];

    private static bool IsWhole(JsonElement text, out string? value)
    {
        try
        {
            value = text.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a character, which no text can hold.
            value = null;
            return false;
        }
    }

    private JsonElement Find(string member) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value) ? value : default;
}
