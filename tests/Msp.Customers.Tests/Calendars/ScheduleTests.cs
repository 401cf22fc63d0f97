using CsCheck;

namespace Msp.Customers.Tests.Calendars;

public sealed class ScheduleTests
{
    private static readonly Gen<Schedule> Schedules = Gen.Select(Any.Date, Gen.Enum<ScheduleUnit>(), Gen.Int[1, 40])
        .Select((start, unit, interval) => new Schedule(start, unit, interval));

    [Fact]
    public void An_occurrence_is_calculated_from_the_start_and_not_from_the_previous_occurrence()
    {
        var monthly = new Schedule(new LocalDate(2025, 1, 31), ScheduleUnit.Month);

        Enumerable
            .Range(0, 4)
            .Select(monthly.Occurrence)
            .Should()
            .Equal(new LocalDate(2025, 1, 31), new LocalDate(2025, 2, 28), new LocalDate(2025, 3, 31), new LocalDate(2025, 4, 30));
        new Schedule(new LocalDate(2024, 2, 29), ScheduleUnit.Year).Occurrence(4).Should().Be(new LocalDate(2028, 2, 29));
        new Schedule(new LocalDate(2023, 12, 31), ScheduleUnit.Month, 2).Occurrence(1).Should().Be(new LocalDate(2024, 2, 29));
    }

    [Theory]
    [InlineData(ScheduleUnit.Day, "2026-01-03")]
    [InlineData(ScheduleUnit.Week, "2026-01-15")]
    [InlineData(ScheduleUnit.Month, "2026-03-01")]
    [InlineData(ScheduleUnit.Quarter, "2026-07-01")]
    [InlineData(ScheduleUnit.HalfYear, "2027-01-01")]
    [InlineData(ScheduleUnit.Year, "2028-01-01")]
    public void Each_unit_has_its_length(ScheduleUnit unit, string second) =>
        new Schedule(new LocalDate(2026, 1, 1), unit).Occurrence(2).Should().Be(NodaTime.Text.LocalDatePattern.Iso.Parse(second).Value);

    [Fact]
    public void An_unsupported_date_is_refused()
    {
        var number = () =>
            new Schedule(new LocalDate(2025, 1, 31), ScheduleUnit.Month).NumberOn(new LocalDate(2025, 3, 1, CalendarSystem.Julian));

        number.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("date").WithMessage("*ISO calendar*");
    }

    [Fact]
    public void Every_day_from_the_start_is_in_exactly_one_period() =>
        Gen.Select(Schedules, Any.Date)
            .Sample(
                (schedule, date) =>
                {
                    int n;
                    try
                    {
                        n = schedule.NumberOn(date);
                    }
                    catch (ArgumentOutOfRangeException)
                    {
                        return date < schedule.Start;
                    }

                    var period = schedule.PeriodOf(n);
                    return period.Contains(date)
                        && (
                            period.EndDate == SupportedDates.Last
                            || schedule.PeriodOf(n + 1).EffectiveDate == period.EndDate!.Value.PlusDays(1)
                        );
                },
                iter: 5_000
            );

    [Fact]
    public void The_next_occurrence_is_the_first_one_after_the_date() =>
        Gen.Select(Schedules, Gen.Int[0, 2_000])
            .Sample(
                (schedule, days) =>
                {
                    var date = SupportedDates.Later(schedule.Start, days);
                    var occurred = schedule.OccurrencesThrough(date).Count();
                    return occurred - 1 == schedule.NumberOn(date)
                        && (
                            schedule.NextAfter(date) is not { } next
                            || (
                                next > date
                                && schedule.OccurrencesThrough(next).Count() == occurred + 1
                                && schedule.OccurrencesThrough(next).Last() == next
                            )
                        );
                },
                iter: 2_000
            );

    [Fact]
    public void A_schedule_has_no_occurrence_before_its_start_or_after_its_until_date()
    {
        var schedule = new Schedule(new LocalDate(2026, 1, 31), ScheduleUnit.Month, until: new LocalDate(2026, 3, 30));

        schedule.OccurrencesThrough(new LocalDate(2030, 1, 1)).Should().Equal(new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 28));
        schedule.OccurrencesThrough(new LocalDate(2026, 1, 30)).Should().BeEmpty();
        schedule.NextAfter(new LocalDate(2025, 1, 1)).Should().Be(new LocalDate(2026, 1, 31));
        schedule.NextAfter(new LocalDate(2026, 2, 28)).Should().BeNull();
    }

    [Fact]
    public void An_occurrence_can_fall_on_the_until_date()
    {
        var schedule = new Schedule(new LocalDate(2026, 1, 31), ScheduleUnit.Month, until: new LocalDate(2026, 2, 28));

        schedule.OccurrencesThrough(new LocalDate(2030, 1, 1)).Should().Equal(new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 28));
        schedule.NextAfter(new LocalDate(2026, 1, 31)).Should().Be(new LocalDate(2026, 2, 28));
    }

    [Theory]
    [InlineData(ScheduleUnit.Day, 1, 2, 1, 1)]
    [InlineData(ScheduleUnit.Week, 1, 8, 1, 1)]
    [InlineData(ScheduleUnit.Month, 2, 28, 1, 28)]
    public void No_occurrence_is_before_the_first_supported_day(ScheduleUnit unit, int month, int day, int firstMonth, int firstDay)
    {
        var schedule = new Schedule(new LocalDate(1, month, day), unit);

        schedule.Occurrence(-1).Should().Be(new LocalDate(1, firstMonth, firstDay));
        schedule
            .Invoking(s => s.Occurrence(-2))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("*between 0001-01-01 and 9999-12-31*");
    }

    [Theory]
    [InlineData(ScheduleUnit.Day, 12, 30, 12, 31)]
    [InlineData(ScheduleUnit.Week, 12, 24, 12, 31)]
    [InlineData(ScheduleUnit.Month, 11, 30, 12, 30)]
    public void No_occurrence_is_after_the_last_supported_day(ScheduleUnit unit, int month, int day, int lastMonth, int lastDay)
    {
        var schedule = new Schedule(new LocalDate(9999, month, day), unit);

        schedule.Occurrence(1).Should().Be(new LocalDate(9999, lastMonth, lastDay));
        schedule.Invoking(s => s.Occurrence(2)).Should().Throw<ArgumentOutOfRangeException>();
        schedule.NextAfter(new LocalDate(9999, lastMonth, lastDay)).Should().BeNull();
    }

    [Fact]
    public void A_date_before_the_first_supported_occurrence_has_no_number()
    {
        var schedule = new Schedule(new LocalDate(1, 1, 15), ScheduleUnit.Month);

        schedule
            .Invoking(s => s.NumberOn(new LocalDate(1, 1, 14)))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("*before the schedule's first*");
    }

    [Fact]
    public void An_undefined_unit_is_refused() =>
        FluentActions
            .Invoking(() => new Schedule(new LocalDate(2026, 1, 1), (ScheduleUnit)99))
            .Should()
            .Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void The_last_period_ends_on_the_last_supported_day()
    {
        var yearly = new Schedule(new LocalDate(9999, 6, 1), ScheduleUnit.Year);

        yearly.PeriodOf(0).EndDate.Should().Be(SupportedDates.Last);
        yearly.NextAfter(new LocalDate(9999, 6, 1)).Should().BeNull();
        yearly.Invoking(y => y.Occurrence(1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void An_interval_outside_1_to_1000_is_refused(int interval)
    {
        var create = () => new Schedule(new LocalDate(2026, 1, 1), ScheduleUnit.Day, interval);

        create.Should().Throw<ArgumentOutOfRangeException>();
    }
}
