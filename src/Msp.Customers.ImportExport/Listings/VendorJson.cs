using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Msp.Customers.ImportExport;

// Writes typed values in the vendor's form.
internal static class VendorJson
{
    // This vendor numbers its tenant types from 1.
    private static readonly ImmutableArray<TenantType> TenantTypes = [TenantType.Sandbox, TenantType.Evaluation, TenantType.Commercial];

    public static TenantType? TenantTypeOf(string number) => number is ['1' or '2' or '3'] ? TenantTypes[number[0] - '1'] : null;

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal:
                json.WriteRawValue(CellText.Of(value)!);
                break;
            case LocalDate:
                json.WriteStringValue($"{CellText.Of(value)}T00:00:00Z");
                break;
            case TenantType type:
                json.WriteNumberValue(TenantTypes.IndexOf(type) + 1);
                break;
            case ContactRoles roles:
                WriteList(json, ContactColumns.NamesOf(roles), json.WriteStringValue);
                break;
            case IEnumerable<string> names:
                WriteList(json, names, name => WriteName(json, name));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<string> items, Action<string> write)
    {
        json.WriteStartArray();
        items.ToList().ForEach(write);
        json.WriteEndArray();
    }

    private static void WriteName(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
