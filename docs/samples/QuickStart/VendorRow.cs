using System.Text.Json;
using Msp.Customers;
using Msp.Customers.Parsing;
using NodaTime;
using NodaTime.Text;

namespace QuickStart;

/// <summary>
/// One row of a listing, read member by member. A missing member is null, and a member of the wrong form becomes a violation.
/// </summary>
internal sealed record VendorRow(JsonElement Json, string Place)
{
    // The number of digits that a decimal holds without rounding; the vendor writes far fewer.
    private const int MaxDigits = 28;

    /// <summary>The vendor's id of the row; null when the row has no readable id.</summary>
    public string? Id => Text("id", "", []);

    /// <summary>The id of the customer in a row of a tenant or of usage; null when the row has no readable one.</summary>
    public string? CustomerId => Text("customerID", "", []);

    /// <summary>Reads a text without surrounding white space, or a number as written.</summary>
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

    /// <summary>Reads an exact number.</summary>
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

    /// <summary>Reads a date, or an instant at midnight that represents it.</summary>
    public LocalDate? Date(string member, string path, ICollection<Violation> unreadable) =>
        ExternalDate.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>Reads an instant.</summary>
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

    /// <summary>Reads one of a set of values, by name or number.</summary>
    public T? Value<T>(string member, ExternalNames<T> names, string path, ICollection<Violation> unreadable)
        where T : struct, Enum => names.Read(Text(member, path, unreadable), path, unreadable);

    /// <summary>Reads the items of a list; empty when the list is missing.</summary>
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
            // An incomplete surrogate pair, which is not valid text.
            value = null;
            return false;
        }
    }

    private JsonElement Find(string member) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value) ? value : default;
}
