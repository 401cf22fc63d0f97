using System.Text.Json;
using CsCheck;

namespace Msp.Customers.Tests.Calendars;

public sealed class IsoDateJsonConverterTests
{
    [Fact]
    public void A_date_is_written_as_ISO_text_and_a_missing_date_as_null() =>
        JsonSerializer
            .Serialize(new QuotaDraft { EffectiveDate = new LocalDate(2024, 2, 29) })
            .Should()
            .Contain("\"EffectiveDate\":\"2024-02-29\"")
            .And.Contain("\"EndDate\":null");

    [Fact]
    public void Every_date_round_trips_through_JSON() =>
        Any.Date.Sample(date =>
            JsonSerializer.Deserialize<QuotaDraft>(JsonSerializer.Serialize(new QuotaDraft { EndDate = date }))!.EndDate == date
        );

    [Theory]
    [InlineData("\"2026-02-29\"")]
    [InlineData("\"2026-1-1\"")]
    [InlineData("\"01/02/2026\"")]
    [InlineData("\"2026-01-01T00:00:00\"")]
    [InlineData("\"\"")]
    [InlineData("20260101")]
    [InlineData("{}")]
    public void Other_JSON_values_are_refused(string json)
    {
        var read = () => JsonSerializer.Deserialize<QuotaDraft>($$"""{"EndDate":{{json}}}""");

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_date_of_another_calendar_is_written_as_the_ISO_date_of_the_same_day() =>
        JsonSerializer
            .Serialize(new QuotaDraft { EndDate = Valid.Today.WithCalendar(CalendarSystem.Julian) })
            .Should()
            .Contain("\"EndDate\":\"2026-03-01\"");
}
