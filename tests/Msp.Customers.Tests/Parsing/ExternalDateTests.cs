using CsCheck;
using Msp.Customers.Parsing;
using NodaTime.Text;

namespace Msp.Customers.Tests.Parsing;

public sealed class ExternalDateTests
{
    [Theory]
    [InlineData("2026-01-31")]
    [InlineData(" 2026-01-31\n")]
    [InlineData("2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31T00:00:00.000Z")]
    public void A_date_or_an_instant_at_midnight_is_read_as_a_date(string text) => Read(text).Should().Be((new LocalDate(2026, 1, 31), 0));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t")]
    public void Missing_or_blank_text_is_null_without_a_violation(string? text) => Read(text).Should().Be((null, 0));

    [Theory]
    [InlineData("31.01.2026")]
    [InlineData("01/31/2026")]
    [InlineData("2026-1-31")]
    [InlineData("20260131")]
    [InlineData("2026-02-29")]
    [InlineData("2026-01-31T00:00:00")]
    [InlineData("2026-01-31T00:00:00+02:00")]
    [InlineData("2026-01-31T23:00:00Z")]
    [InlineData("2026-01-31T00:00:00.0000001Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("10000-01-01")]
    [InlineData("tomorrow")]
    public void Text_in_any_other_format_is_unreadable(string text) => Read(text).Should().Be((null, 1));

    // The runner replaces such text in the data of a theory.
    [Fact]
    public void An_unpaired_surrogate_is_unreadable() => Read("\uD800").Should().Be((null, 1));

    [Fact]
    public void The_violation_contains_the_path_of_the_member_and_not_the_text()
    {
        var unreadable = new List<Violation>();
        ExternalDate.Read("Ada Example", "Quotas[2].EndDate", unreadable);

        var violation = unreadable.Should().ContainSingle().Subject;
        (violation.Code, violation.Path).Should().Be(("date.invalid", "Quotas[2].EndDate"));
        violation.ToString().Should().NotContain("Ada").And.EndWith("The text is not a date in the form yyyy-MM-dd.");
    }

    [Fact]
    public void Every_supported_date_is_read_back_as_it_was_written() =>
        Any.Date.Sample(
            date =>
                Read(LocalDatePattern.Iso.Format(date)) == (date, 0) && Read($"{LocalDatePattern.Iso.Format(date)}T00:00:00Z") == (date, 0),
            iter: 1_000
        );

    private static (LocalDate? Date, int Unreadable) Read(string? text)
    {
        var unreadable = new List<Violation>();
        return (ExternalDate.Read(text, "Date", unreadable), unreadable.Count);
    }
}
