using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>
/// Converts instants of drafts to and from ISO text. It writes UTC, such as <c>2026-01-31T08:00:00Z</c>, and reads any offset.
/// </summary>
/// <remarks>The properties name the converter, so that they serialize without further configuration.</remarks>
public sealed class IsoInstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && OffsetDateTimePattern.ExtendedIso.Parse(reader.GetString()!).TryGetValue(default, out var at)
            ? at.ToInstant()
            : throw new JsonException("The value is not an instant. Write instants as ISO text with an offset: yyyy-MM-ddTHH:mm:ssZ.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
