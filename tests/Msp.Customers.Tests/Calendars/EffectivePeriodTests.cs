using CsCheck;

namespace Msp.Customers.Tests.Calendars;

public sealed class EffectivePeriodTests
{
    private static readonly LocalDate First = new(2026, 1, 10);
    private static readonly LocalDate Last = new(2026, 1, 20);

    [Fact]
    public void Both_dates_are_usable_days()
    {
        var period = new EffectivePeriod(First, Last);

        period.StateOn(First.PlusDays(-1)).Should().Be(PeriodState.NotStarted);
        period.StateOn(First).Should().Be(PeriodState.InForce);
        period.StateOn(Last).Should().Be(PeriodState.InForce);
        period.StateOn(Last.PlusDays(1)).Should().Be(PeriodState.Ended);
        period.Days.Should().Be(11);
    }

    [Fact]
    public void A_period_with_two_equal_dates_has_one_day()
    {
        var period = new EffectivePeriod(First, First);

        period.Days.Should().Be(1);
        period.Contains(First).Should().BeTrue();
        period.Contains(First.PlusDays(1)).Should().BeFalse();
    }

    [Fact]
    public void A_period_that_ends_the_day_before_another_starts_touches_it_and_does_not_overlap()
    {
        var earlier = new EffectivePeriod(First, Last);
        var later = new EffectivePeriod(Last.PlusDays(1), null);

        earlier.Touches(later).Should().BeTrue();
        earlier.Overlaps(later).Should().BeFalse();
        later.Touches(earlier).Should().BeFalse();
        earlier.Overlaps(new EffectivePeriod(Last)).Should().BeTrue();
        earlier.Touches(new EffectivePeriod(Last.PlusDays(2))).Should().BeFalse();
    }

    [Fact]
    public void An_open_period_never_ends()
    {
        var period = new EffectivePeriod(First);

        period.IsOpen.Should().BeTrue();
        period.Days.Should().BeNull();
        period.DaysLeftOn(Last).Should().BeNull();
        period.StateOn(LocalDate.MaxIsoValue).Should().Be(PeriodState.InForce);
        period.Touches(new EffectivePeriod(LocalDate.MaxIsoValue)).Should().BeFalse();
    }

    [Fact]
    public void The_days_left_include_the_given_day()
    {
        var period = new EffectivePeriod(First, Last);

        period.DaysLeftOn(Last).Should().Be(1);
        period.DaysLeftOn(Last.PlusDays(1)).Should().Be(0);
        period.DaysLeftOn(First.PlusDays(-5)).Should().Be(11);
    }

    [Fact]
    public void An_end_date_before_the_effective_date_is_refused()
    {
        var build = () => new EffectivePeriod(First, First.PlusDays(-1));

        build.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Dates_of_other_calendars_and_before_year_1_are_refused()
    {
        var other = () => new EffectivePeriod(First.WithCalendar(CalendarSystem.Julian));
        var early = () => new EffectivePeriod(new LocalDate(0, 12, 31));
        var otherEnd = () => new EffectivePeriod(First, Last.WithCalendar(CalendarSystem.Coptic));

        other.Should().Throw<ArgumentOutOfRangeException>();
        early.Should().Throw<ArgumentOutOfRangeException>();
        otherEnd.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_first_and_last_supported_days_are_usable()
    {
        var all = new EffectivePeriod(SupportedDates.First, SupportedDates.Last);

        all.Contains(SupportedDates.First).Should().BeTrue();
        all.Contains(SupportedDates.Last).Should().BeTrue();
        all.Touches(new EffectivePeriod(SupportedDates.Last)).Should().BeFalse();
        all.DaysLeftOn(SupportedDates.Last).Should().Be(1);
    }

    [Fact]
    public void The_state_and_the_days_left_agree_with_Contains() =>
        Gen.Select(Any.NearPeriod, Any.NearDate)
            .Sample(
                (period, date) =>
                {
                    var inForce = period.Contains(date);
                    return period.StateOn(date) == PeriodState.InForce == inForce
                        && (period.StateOn(date) == PeriodState.Ended) == (period.EndDate < date)
                        && (period.EndDate is null || period.DaysLeftOn(date) > 0 == !(period.EndDate < date));
                }
            );

    [Fact]
    public void Periods_overlap_exactly_when_they_share_a_day() =>
        Gen.Select(Any.NearPeriod, Any.NearPeriod)
            .Sample(
                (a, b) => a.Overlaps(b) == (a.Contains(b.EffectiveDate) || b.Contains(a.EffectiveDate)) && a.Overlaps(b) == b.Overlaps(a)
            );

    [Theory]
    [InlineData("2024-02-28", "2024-02-29", 2)]
    [InlineData("2024-02-29", "2025-02-28", 366)]
    [InlineData("2026-01-31", "2026-02-28", 29)]
    [InlineData("2026-01-01", "2026-12-31", 365)]
    public void Leap_days_and_month_ends_count_as_days(string first, string last, int days) =>
        new EffectivePeriod(Iso(first), Iso(last)).Days.Should().Be(days);

    [Fact]
    public void The_text_of_a_period_is_its_two_dates()
    {
        new EffectivePeriod(First, Last).ToString().Should().Be("2026-01-10..2026-01-20");
        new EffectivePeriod(First).ToString().Should().Be("2026-01-10..");
    }

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
