using System.Text.Json;
using Msp.Customers;
using Msp.Customers.Parsing;
using NodaTime;
using NodaTime.Text;

namespace QuickStart;

/// <summary>One row of a listing, read member by member: what is missing is null, and what has the wrong form becomes a violation.</summary>
internal sealed record VendorRow(JsonElement Json, string Place)
{
    // What a decimal holds without rounding; the vendor writes far fewer.
    private const int MaxDigits = 28;

    /// <summary>What the vendor calls the row; null when it says nothing that can be read.</summary>
    public string? Id => Text("id", "", []);

    /// <summary>The customer that a row of a tenant or of usage names; null when it names none that can be read.</summary>
    public string? CustomerId => Text("customerID", "", []);

    /// <summary>A text without the white space around it, or a number as it is written.</summary>
    public string? Text(string member, string path, ICollection<Violation> unreadable)
    {
        switch (Find(member))
        {
            case { ValueKind: JsonValueKind.String } text when IsWhole(text, out var value):
                return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
            case { ValueKind: JsonValueKind.Number } number:
                return number.GetRawText();
            case { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null }:
                return null;
            default:
                unreadable.Add(OwnRules.MemberMalformed.Violated(path, ("Form", "a text")));
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

        if (value.ValueKind == JsonValueKind.Number && value.GetRawText().Length <= MaxDigits && value.TryGetDecimal(out var number))
        {
            return number;
        }

        unreadable.Add(OwnRules.MemberMalformed.Violated(path, ("Form", $"a number of at most {MaxDigits} digits")));
        return null;
    }

    /// <summary>A date, or the midnight of an instant that stands for it.</summary>
    public LocalDate? Date(string member, string path, ICollection<Violation> unreadable) =>
        ExternalDate.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>An instant.</summary>
    public Instant? Instant(string member, string path, ICollection<Violation> unreadable)
    {
        if (Text(member, path, unreadable) is not { } text)
        {
            return null;
        }

        if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant))
        {
            return instant;
        }

        unreadable.Add(OwnRules.MemberMalformed.Violated(path, ("Form", "an instant such as 2026-01-31T12:00:00Z")));
        return null;
    }

    /// <summary>One of a set of values, by name or number.</summary>
    public T? Value<T>(string member, ExternalNames<T> names, string path, ICollection<Violation> unreadable)
        where T : struct, Enum => names.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>The items of a list; none when it is missing.</summary>
    public IReadOnlyList<VendorRow> List(string member, string path, ICollection<Violation> unreadable)
    {
        var value = Find(member);
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select(item => new VendorRow(item, Place))];
        }

        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            unreadable.Add(OwnRules.MemberMalformed.Violated(path, ("Form", "a list")));
        }

        return [];
    }

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
