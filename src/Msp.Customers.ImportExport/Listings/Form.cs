using System.Globalization;
using System.Text.Json;
using Msp.Customers.Names;
using Msp.Customers.Parsing;

namespace Msp.Customers.ImportExport;

// The form of a value in a listing, converted from and to the text of the cell of the same column. Read returns null for another form.
internal sealed record Form(string Wanted, Func<JsonElement, string?> Read, Action<Utf8JsonWriter, string> Write)
{
    // Longer than any text that the rules accept. Cutting longer texts limits memory and does not change the result.
    private const int MaxLength = 2 * TextLimits.MaxAddressLength;

    // This vendor numbers its tenant types from 1.
    private static readonly ExternalNames<TenantType> TenantTypes = new(
        ("1", TenantType.Sandbox),
        ("2", TenantType.Evaluation),
        ("3", TenantType.Commercial)
    );

    public static Form Text { get; } = new("a text", TextOf, (json, text) => json.WriteStringValue(text));

    // An instant at midnight represents its date.
    public static Form Date { get; } =
        new("a date", value => TextOf(value) is { } text ? DateOf(text) : null, (json, text) => json.WriteStringValue($"{text}T00:00:00Z"));

    public static Form Credits { get; } = new("a number", value => TextOf(value) is { } text ? Plain(text) : null, WriteCredits);

    public static Form TenantTypeNumber { get; } =
        new(
            "a number or a name",
            value => TextOf(value) is { } text ? TenantTypes.Read(text, "", [])?.ToString() ?? text : null,
            (json, text) => json.WriteNumberValue(NumberOf(text))
        );

    public static Form Flag { get; } =
        new(
            "true or false",
            value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? CellFormat.Flag(value.GetBoolean()) : null,
            (json, text) => json.WriteBooleanValue(text == CellFormat.Flag(true))
        );

    public static Form Texts { get; } =
        new("a list of texts", value => Items(value, TextOf), (json, text) => WriteItems(json, text, json.WriteStringValue));

    // A list of objects with a name.
    public static Form Names { get; } =
        new("a list of names", value => Items(value, NameOf), (json, text) => WriteItems(json, text, name => WriteName(json, name)));

    private static string? TextOf(JsonElement value)
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

    private static string DateOf(string text) => CellFormat.Date(ExternalDate.Read(text, "", [])) ?? text;

    // Converts 1.5e3 to 1500 digit by digit, without rounding. A number outside the range of decimal is kept and cannot be read.
    private static string Plain(string text)
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

    private static void WriteCredits(Utf8JsonWriter json, string text)
    {
        if (char.IsAsciiLetter(text[0]))
        {
            json.WriteStringValue(text);
        }
        else
        {
            json.WriteRawValue(text);
        }
    }

    private static int NumberOf(string name) =>
        Enum.Parse<TenantType>(name) switch
        {
            TenantType.Sandbox => 1,
            TenantType.Evaluation => 2,
            _ => 3,
        };

    private static string? NameOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? Member.ValuesOf(item, "name").Select(TextOf).LastOrDefault() : TextOf(item);

    private static string? Items(JsonElement value, Func<JsonElement, string?> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = value.EnumerateArray().Select(read).ToList();
        return items.Contains(null) ? null : ListCell.Join(items);
    }

    private static void WriteItems(Utf8JsonWriter json, string text, Action<string> write)
    {
        json.WriteStartArray();
        ListCell.Split(text)!.ForEach(item => write(item.First));
        json.WriteEndArray();
    }

    private static void WriteName(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
