using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>Converts dates of drafts and snapshots to and from ISO text, such as <c>2026-01-31</c>. Other forms are refused.</summary>
/// <remarks>The properties name the converter, so that they serialize without further configuration.</remarks>
public sealed class IsoDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!).TryGetValue(default, out var date)
            ? date
            : throw new JsonException("The value is not a date. Write dates as ISO text: yyyy-MM-dd.");

    /// <summary>Writes the date. A date of another calendar is written as its ISO date.</summary>
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value.WithCalendar(CalendarSystem.Iso)));
    }
}
