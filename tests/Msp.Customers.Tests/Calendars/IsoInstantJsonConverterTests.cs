using System.Text.Json;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Calendars;

public sealed class IsoInstantJsonConverterTests
{
    private static readonly Instant Eight = Instant.FromUtc(2026, 3, 1, 8, 0, 0);

    [Fact]
    public void An_instant_is_written_as_ISO_text_in_UTC() =>
        JsonSerializer
            .Serialize(new UsageDraft { OccurredAt = Eight.PlusNanoseconds(1_000) })
            .Should()
            .Contain("\"OccurredAt\":\"2026-03-01T08:00:00.000001Z\"");

    [Theory]
    [InlineData("2026-03-01T08:00:00Z")]
    [InlineData("2026-03-01T10:30:00+02:30")]
    [InlineData("2026-02-28T23:00:00-09:00")]
    public void An_instant_is_read_with_any_offset(string text) => Read($"\"{text}\"").Should().Be(Eight);

    [Theory]
    [InlineData("\"2026-03-01T08:00:00\"")]
    [InlineData("\"2026-03-01\"")]
    [InlineData("\"\"")]
    [InlineData("1767225600")]
    [InlineData("{}")]
    public void Other_JSON_values_are_refused(string json)
    {
        var read = () => Read(json);

        read.Should().Throw<JsonException>().WithMessage("*yyyy-MM-ddTHH:mm:ssZ*");
    }

    private static Instant? Read(string json) => JsonSerializer.Deserialize<UsageDraft>($$"""{"OccurredAt":{{json}}}""")!.OccurredAt;
}
