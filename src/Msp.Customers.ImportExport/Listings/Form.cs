using System.Globalization;
using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// The form of a value in a listing. A text or a number is read as the cell of the same column.
internal sealed record Form(
    string Wanted,
    Predicate<JsonElement> IsForm,
    Func<JsonElement, ReadCell<object>, ICollection<Violation>, object?> Read
)
{
    // Longer than any text that the rules accept. Cutting longer texts limits memory and does not change the result.
    private const int MaxLength = 2 * TextLimits.MaxAddressLength;

    public static Form Text { get; } = OfText("a text", text => text);

    // An instant at midnight represents its date.
    public static Form Date { get; } = OfText("a date", text => text);

    public static Form Credits { get; } = OfText("a number", WithoutExponent);

    public static Form TenantTypeNumber { get; } = OfText("a number or a name", text => VendorJson.TenantTypeOf(text)?.ToString() ?? text);

    public static Form Flag { get; } =
        new("true or false", json => json.ValueKind is JsonValueKind.True or JsonValueKind.False, (json, _, _) => json.GetBoolean());

    public static Form Roles { get; } =
        OfList("a list of texts", TextOf, (names, unreadable) => ContactColumns.ReadRoles(names, unreadable));

    // A list of objects with a name.
    public static Form Names { get; } = OfList("a list of names", NameOf, (names, _) => names.Count > 0 ? names : null);

    private static Form OfText(string wanted, Func<string, string> convert) =>
        new(wanted, json => TextOf(json) is not null, (json, read, unreadable) => read(convert(TextOf(json)!), null, unreadable));

    private static Form OfList(
        string wanted,
        Func<JsonElement, string?> textOf,
        Func<List<string>, ICollection<Violation>, object?> read
    ) =>
        new(
            wanted,
            json => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => textOf(item) is not null),
            (json, _, unreadable) => read([.. json.EnumerateArray().Select(item => textOf(item)!).Where(t => t.Length > 0)], unreadable)
        );

    // The text of a string or a number; null for another value.
    public static string? TextOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return Cut(value.GetRawText());
        }

        try
        {
            return value.ValueKind == JsonValueKind.String ? Cut(value.GetString()!.Trim()) : null;
        }
        catch (InvalidOperationException)
        {
            // An incomplete surrogate pair, which is not valid text.
            return null;
        }
    }

    private static string Cut(string text) =>
        text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    // Converts 1.5e3 to 1500 digit by digit, without rounding. A number outside the range of decimal is kept and cannot be read.
    private static string WithoutExponent(string text)
    {
        if (
            text.IndexOfAny(['e', 'E']) is not (> 0 and < 40 and var end)
            || !int.TryParse(text.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || exponent is < -28 or > 28
            || !decimal.TryParse(
                text.AsSpan(0, end),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            )
        )
        {
            return text;
        }

        var (sign, number) = text[0] is '-' or '+' ? (text[..1], text[1..end]) : ("", text[..end]);
        var digits = number.Replace(".", "", StringComparison.Ordinal);
        var point = number.Length - digits.Length == 0 ? digits.Length : number.IndexOf('.', StringComparison.Ordinal);
        var left = Math.Max(0, 1 - (point + exponent));
        digits = (new string('0', left) + digits).PadRight(point + exponent + left, '0');
        return sign + digits.Insert(point + exponent + left, ".").TrimEnd('.');
    }

    private static string? NameOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? Member.ValuesOf(item, "name").Select(TextOf).LastOrDefault() : TextOf(item);
}
