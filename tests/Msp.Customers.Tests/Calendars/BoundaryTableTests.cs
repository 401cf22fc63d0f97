using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Calendars;

// One case for each row of the table in docs/dates.md.
public sealed class BoundaryTableTests
{
    private static readonly BusinessCalendar Calendar = new(FakeClock.FromUtc(2026, 1, 31, 23, 30, 0), "Europe/Berlin");

    [Fact]
    public void The_example_says_what_it_says()
    {
        var january = new EffectivePeriod(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31));

        Calendar.Today().Should().Be(new LocalDate(2026, 2, 1));
        january.StateOn(Calendar.Today()).Should().Be(PeriodState.Ended);
        Calendar.IntervalOf(january).Should().Be(new Interval(Instant.FromUtc(2025, 12, 31, 23, 0), Instant.FromUtc(2026, 1, 31, 23, 0)));
    }

    [Fact]
    public void A_quota_is_usable_on_its_effective_date_and_its_end_date_and_not_the_day_after()
    {
        var quota = Valid.Customer().Quotas[0];

        quota.StateOn(quota.EffectiveDate).Should().Be(PeriodState.InForce);
        quota.StateOn(quota.EndDate!.Value).Should().Be(PeriodState.InForce);
        quota.StateOn(quota.EndDate.Value.PlusDays(1)).Should().Be(PeriodState.Ended);
    }

    [Fact]
    public void The_same_two_dates_are_one_day() => new EffectivePeriod(Valid.Today, Valid.Today).Days.Should().Be(1);

    [Fact]
    public void Consecutive_periods_touch()
    {
        var (a, b) = (new EffectivePeriod(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 20)), new EffectivePeriod(new LocalDate(2026, 1, 21)));

        a.Touches(b).Should().BeTrue();
        a.Overlaps(b).Should().BeFalse();
    }

    [Fact]
    public void Of_quotas_that_share_days_one_pays_first()
    {
        var customer = Valid.Customer();
        customer.AddQuota(new QuotaDraft { Credits = 5, EffectiveDate = Valid.Today, EndDate = Valid.Today }, Valid.Rules);

        customer.Timeline.InForceOn(Valid.Today)!.Number.Should().Be(2);
    }

    [Fact]
    public void Midnights_that_do_not_exist_or_come_twice_and_skipped_days_have_an_answer()
    {
        Calendar.StartOf(new LocalDate(2018, 11, 4), "America/Sao_Paulo").InZone(DateTimeZoneProviders.Tzdb["America/Sao_Paulo"]).TimeOfDay
            .Should().Be(new LocalTime(1, 0));
        Calendar.StartOf(new LocalDate(2024, 11, 3), "America/Havana").Should().Be(Instant.FromUtc(2024, 11, 3, 4, 0));
        var skipped = new LocalDate(2011, 12, 30);
        Calendar.IntervalOf(new EffectivePeriod(skipped, skipped), "Pacific/Apia").Duration.Should().Be(Duration.Zero);
        Calendar.DateOf(Instant.FromUtc(2010, 11, 7, 3, 0), "America/St_Johns").Should().Be(new LocalDate(2010, 11, 7));
    }

    [Fact]
    public void An_evaluation_lasts_thirty_days_and_is_extended_from_its_current_last_day()
    {
        var customer = Valid.Customer();
        customer.EvaluationEndDate.Should().Be(new LocalDate(2026, 3, 30));

        customer.ExtendEvaluation(10);

        customer.EvaluationEndDate.Should().Be(new LocalDate(2026, 4, 9));
    }

    [Fact]
    public void The_license_expiry_date_is_the_last_licensed_day_and_ends_no_quota()
    {
        var draft = Valid.Draft();
        draft.LicenseExpiryDate = Valid.Today;
        var customer = Customer.Register(draft, Valid.Rules, Valid.Today);
        var next = Valid.Today.PlusDays(1);

        customer.IsLicensedOn(Valid.Today).Should().BeTrue();
        customer.IsLicensedOn(next).Should().BeFalse();
        customer.DecideOn(Valid.Today).IsUsable.Should().BeTrue();
        customer.DecideOn(next).IsUsable.Should().BeFalse();
        customer.DecideOn(next).InForce.Should().ContainSingle();
        customer.DecideOn(next, new CustomerTerms(LicenseMustCover: false)).IsUsable.Should().BeTrue();
        string.Join(' ', customer.DecideOn(next).Explain()).Should().Contain("2026-03-30").And.Contain("2026-03-01");
    }
}
