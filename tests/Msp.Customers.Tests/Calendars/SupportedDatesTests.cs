using CsCheck;

namespace Msp.Customers.Tests.Calendars;

public sealed class SupportedDatesTests
{
    [Fact]
    public void The_supported_dates_are_from_year_1_through_year_9999()
    {
        SupportedDates.First.Should().Be(new LocalDate(1, 1, 1));
        SupportedDates.Last.Should().Be(new LocalDate(9999, 12, 31)).And.Be(LocalDate.MaxIsoValue);
        SupportedDates.Contains(SupportedDates.First).Should().BeTrue();
        SupportedDates.Contains(SupportedDates.Last).Should().BeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Dates_before_year_1_are_refused(int year)
    {
        var date = new LocalDate(year, 12, 31);
        var demand = () => SupportedDates.Demand(date, "day");

        SupportedDates.Contains(date).Should().BeFalse();
        demand.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("day");
    }

    [Fact]
    public void Dates_of_other_calendars_are_not_supported()
    {
        foreach (var calendar in CalendarSystem.Ids.Select(CalendarSystem.ForId).Where(c => c != CalendarSystem.Iso))
        {
            SupportedDates.Contains(Valid.Today.WithCalendar(calendar)).Should().BeFalse(calendar.Id);
        }
    }

    [Fact]
    public void A_later_date_is_the_last_supported_day_at_the_latest() =>
        Gen.Select(Any.Date, Gen.Int[0, int.MaxValue])
            .Sample(
                (date, days) =>
                    SupportedDates.Later(date, days)
                    == (days > Period.DaysBetween(date, SupportedDates.Last) ? SupportedDates.Last : date.PlusDays(days))
            );
}
