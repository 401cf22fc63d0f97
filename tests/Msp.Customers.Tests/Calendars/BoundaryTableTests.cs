using System.Reflection;
using Msp.Customers.Tests.Architecture;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Calendars;

// One test for each row of the table in docs/dates.md, with the question of the row as its name.
public sealed class BoundaryTableTests
{
    private static readonly BusinessCalendar Calendar = new(FakeClock.FromUtc(2026, 1, 31, 23, 30, 0), "Europe/Berlin");
    private readonly CreditQuota quota = Valid.Customer().Quotas[0];

    [Fact]
    public void Every_row_has_a_test()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root.FullName, "docs", "dates.md"))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Split('|')[1].Trim());

        GetType()
            .GetMethods()
            .Select(m => m.GetCustomAttribute<FactAttribute>()?.DisplayName)
            .OfType<string>()
            .Should()
            .BeEquivalentTo(rows);
    }

    [Fact]
    public void The_example_in_the_documentation_is_correct()
    {
        var january = new EffectivePeriod(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31));

        Calendar.Today().Should().Be(new LocalDate(2026, 2, 1));
        january.StateOn(Calendar.Today()).Should().Be(PeriodState.Ended);
        Calendar.IntervalOf(january).Should().Be(new Interval(Instant.FromUtc(2025, 12, 31, 23, 0), Instant.FromUtc(2026, 1, 31, 23, 0)));
    }

    [Fact(DisplayName = "Is a quota usable on its effective date?")]
    public void A_quota_is_usable_on_its_effective_date() => quota.StateOn(quota.EffectiveDate).Should().Be(PeriodState.InForce);

    [Fact(DisplayName = "Is a quota usable on the day before its effective date?")]
    public void A_quota_has_not_started_on_the_day_before_its_effective_date() =>
        quota.StateOn(quota.EffectiveDate.PlusDays(-1)).Should().Be(PeriodState.NotStarted);

    [Fact(DisplayName = "Is a quota usable on its end date?")]
    public void A_quota_is_usable_all_day_on_its_end_date()
    {
        var end = quota.EndDate!.Value;

        quota.StateOn(end).Should().Be(PeriodState.InForce);
        Calendar.IntervalOf(quota.Period).End.Should().Be(Calendar.StartOf(end.PlusDays(1)));
    }

    [Fact(DisplayName = "Is a quota usable on the day after its end date?")]
    public void A_quota_has_ended_on_the_day_after_its_end_date() =>
        quota.StateOn(quota.EndDate!.Value.PlusDays(1)).Should().Be(PeriodState.Ended);

    [Fact(DisplayName = "When is a quota without an end date usable?")]
    public void A_quota_without_an_end_date_is_in_force_from_its_effective_date()
    {
        var open = With(Quota(1, null)).Quotas[0];

        open.StateOn(open.EffectiveDate.PlusDays(-1)).Should().Be(PeriodState.NotStarted);
        open.StateOn(open.EffectiveDate).Should().Be(PeriodState.InForce);
        open.StateOn(LocalDate.MaxIsoValue).Should().Be(PeriodState.InForce);
    }

    [Fact(DisplayName = "How long is a quota whose end date equals its effective date?")]
    public void A_quota_with_two_equal_dates_has_one_day() => With(Quota(1, 1)).Quotas[0].Period.Days.Should().Be(1);

    [Fact(DisplayName = "Is there a gap if quota A ends on the 20th and quota B starts on the 21st?")]
    public void Consecutive_quotas_touch()
    {
        var customer = With(Quota(1, 20), Quota(21, 31));
        var (a, b) = (customer.Quotas[0].Period, customer.Quotas[1].Period);

        a.Touches(b).Should().BeTrue();
        a.Overlaps(b).Should().BeFalse();
        customer.Timeline.Gaps().Should().BeEmpty();
        customer.Timeline.ConsumedFirstOn(March(20))!.Number.Should().Be(1);
        customer.Timeline.ConsumedFirstOn(March(21))!.Number.Should().Be(2);
    }

    [Fact(DisplayName = "Is there a gap if quota A ends on the 20th and quota B starts on the 22nd?")]
    public void A_day_between_two_quotas_is_a_gap()
    {
        var timeline = With(Quota(1, 20), Quota(22, 31)).Timeline;

        timeline.Gaps().Should().Equal(new EffectivePeriod(March(21), March(21)));
        timeline.ConsumedFirstOn(March(21)).Should().BeNull();
    }

    [Fact(DisplayName = "Can two quotas be in force on the same day?")]
    public void One_of_two_overlapping_quotas_is_consumed_first()
    {
        var timeline = With(Quota(1, 31), Quota(10, 10)).Timeline;

        timeline.ConsumedFirstOn(March(10))!.Number.Should().Be(2);
        timeline.InForceOn(March(10)).Should().HaveCount(2);
        timeline.Overlaps().Single().Shared.Should().Be(new EffectivePeriod(March(10), March(10)));
    }

    [Fact(DisplayName = "Can a new quota end today?")]
    public async Task A_new_quota_ends_today_at_the_earliest()
    {
        using var host = new Host();
        host.Clock.AdvanceDays(9);

        (await CodesAsync(host, With(Quota(1, 10)))).Should().NotContain("quota.ends-in-the-past");
        (await CodesAsync(host, With(Quota(1, 9)))).Should().Contain("quota.ends-in-the-past");
    }

    [Fact(DisplayName = "Which time zone determines today's date?")]
    public void The_customers_time_zone_takes_precedence_over_the_configured_one_and_UTC()
    {
        Calendar.Today("America/New_York").Should().Be(new LocalDate(2026, 1, 31));
        Calendar.Today(Valid.Customer().TimeZone).Should().Be(new LocalDate(2026, 2, 1));
        new BusinessCalendar(FakeClock.FromUtc(2026, 1, 31, 23, 30, 0)).Today().Should().Be(new LocalDate(2026, 1, 31));
    }

    [Fact(DisplayName = "When does a day without a midnight start (São Paulo, 2018-11-04)?")]
    public void A_day_without_a_midnight_starts_at_its_first_instant() =>
        Calendar
            .StartOf(new LocalDate(2018, 11, 4), "America/Sao_Paulo")
            .InZone(DateTimeZoneProviders.Tzdb["America/Sao_Paulo"])
            .LocalDateTime.Should()
            .Be(new LocalDateTime(2018, 11, 4, 1, 0));

    [Fact(DisplayName = "When does a day with two midnights start (Havana, 2024-11-03)?")]
    public void A_day_with_two_midnights_starts_at_the_earlier_one() =>
        Calendar.StartOf(new LocalDate(2024, 11, 3), "America/Havana").Should().Be(Instant.FromUtc(2024, 11, 3, 4, 0));

    [Fact(DisplayName = "How long is a day that the time zone skips (Apia, 2011-12-30)?")]
    public void A_skipped_day_is_empty()
    {
        var skipped = new LocalDate(2011, 12, 30);

        Calendar.IntervalOf(new EffectivePeriod(skipped, skipped), "Pacific/Apia").Duration.Should().Be(Duration.Zero);
    }

    [Fact(DisplayName = "Which date is it after clocks go back over midnight (St John's, 2010-11-07)?")]
    public void A_day_continues_when_clocks_go_back_over_midnight() =>
        Calendar.DateOf(Instant.FromUtc(2010, 11, 7, 3, 0), "America/St_Johns").Should().Be(new LocalDate(2010, 11, 7));

    [Fact(DisplayName = "What happens when a schedule changes from the 15th to the 1st?")]
    public void A_changed_schedule_continues_on_the_day_after_its_last_quota()
    {
        var customer = RenewalTests.With(
            new QuotaScheduleDraft
            {
                Start = March(15),
                Unit = ScheduleUnit.Month,
                Credits = 100,
            }
        );
        customer.Renew(March(15));
        var schedule = customer.Schedules[0].ToDraft();
        schedule.Start = March(1);
        customer.ChangeSchedule(schedule);
        customer.Renew(new LocalDate(2026, 5, 1));

        customer
            .Quotas.Select(q => q.Period.ToString())
            .Should()
            .Equal("2026-03-15..2026-04-14", "2026-04-15..2026-04-30", "2026-05-01..2026-05-31");
    }

    [Fact(DisplayName = "What is the first day of an evaluation?")]
    public void An_evaluation_starts_on_the_day_of_registration() => Valid.Customer().RegisteredOn.Should().Be(March(1));

    [Fact(DisplayName = "What is the last day of a 30-day evaluation that is registered on March 1?")]
    public void An_evaluation_lasts_30_days() => Valid.Customer().EvaluationEndDate.Should().Be(March(30));

    [Fact(DisplayName = "What is the last day of that evaluation after an extension by 10 days on March 20?")]
    public async Task An_evaluation_is_extended_from_its_current_last_day()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        host.Clock.AdvanceDays(19);
        customer.ExtendEvaluation(10, March(20));
        await host.Customers.UpdateAsync(customer);

        (await host.Customers.GetByIdAsync(customer.Id))!.EvaluationEndDate.Should().Be(new LocalDate(2026, 4, 9));
    }

    [Theory(DisplayName = "Can an evaluation be extended on its last day?")]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void An_evaluation_can_be_extended_until_its_last_day(int day, bool isEnded)
    {
        var customer = Valid.Customer();
        var refused = Record.Exception(() => customer.ExtendEvaluation(1, March(1).PlusDays(day - 1))) as RuleViolationException;

        (refused?.Violations.Single().Code == "evaluation.ended").Should().Be(isEnded);
    }

    [Fact(DisplayName = "Is the license expiry date licensed?")]
    public void The_license_expiry_date_is_the_last_licensed_day()
    {
        var customer = Valid.Customer();
        var expiry = customer.LicenseExpiryDate!.Value;

        customer.IsLicensedOn(expiry).Should().BeTrue();
        customer.IsLicensedOn(expiry.PlusDays(1)).Should().BeFalse();
    }

    [Fact(DisplayName = "Is a quota usable after the evaluation has ended?")]
    public void F06_A_quota_is_in_force_but_not_usable_after_the_evaluation()
    {
        var draft = Valid.Draft();
        (draft.LicenseExpiryDate, draft.Quotas[0].EndDate) = (null, null);
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        customer.DecideOn(March(30), CustomerTerms.Default).IsUsable.Should().BeTrue();
        customer.DecideOn(March(31), CustomerTerms.Default).IsUsable.Should().BeFalse();
        customer.DecideOn(March(31), CustomerTerms.Default).InForce.Should().ContainSingle();
        customer.DecideOn(March(31), new CustomerTerms(CreditsEndWithEvaluation: false)).IsUsable.Should().BeTrue();
        string.Join(' ', customer.DecideOn(March(31), CustomerTerms.Default).Explain()).Should().Contain("2026-03-30");
    }

    [Fact(DisplayName = "Is a quota usable after the license expiry date?")]
    public void A_quota_is_in_force_but_not_usable_after_the_license_expiry_date()
    {
        var draft = Valid.Draft();
        draft.LicenseExpiryDate = March(1);
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        customer.DecideOn(March(1), CustomerTerms.Default).IsUsable.Should().BeTrue();
        customer.DecideOn(March(2), CustomerTerms.Default).IsUsable.Should().BeFalse();
        customer.DecideOn(March(2), CustomerTerms.Default).InForce.Should().ContainSingle();
        customer.DecideOn(March(2), new CustomerTerms(CreditsEndWithLicense: false)).IsUsable.Should().BeTrue();
        string.Join(' ', customer.DecideOn(March(2), CustomerTerms.Default).Explain())
            .Should()
            .Contain("2026-03-30")
            .And.Contain("2026-03-01");
    }

    [Fact(DisplayName = "On which dates can a customer be closed?")]
    public async Task A_customer_can_be_closed_from_its_registration_date_through_today()
    {
        using var host = new Host();
        var customer = Valid.Customer();
        customer.Invoking(c => c.Close(c.RegisteredOn.PlusDays(-1), CustomerTerms.Default)).Should().Throw<RuleViolationException>();
        await host.Customers.AddAsync(customer);

        customer.Close(Valid.Today, CustomerTerms.Default);
        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
        customer.Reopen(Valid.Today);
        customer.Close(Valid.Today.PlusDays(1), CustomerTerms.Default);
        (await host.Customers.CheckAsync(customer)).Should().ContainSingle();
    }

    [Fact(DisplayName = "How long is a customer retained that is closed today with an earlier date?")]
    public async Task A_backdated_closing_has_the_retention_date_of_a_closing_today()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        host.Clock.AdvanceDays(7);

        customer.Close(Valid.Today, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);

        customer.RetentionDate.Should().Be(Valid.Today.PlusDays(7 + 90));
    }

    [Fact(DisplayName = "Until when can a closed customer be reopened?")]
    public void A_closed_customer_can_be_reopened_until_its_retention_date()
    {
        var customer = Valid.Customer();
        customer.Close(Valid.Today, CustomerTerms.Default);
        var last = customer.RetentionDate!.Value;

        customer.Invoking(c => c.Reopen(last.PlusDays(1))).Should().Throw<RuleViolationException>();
        customer.Reopen(last);
        customer.Status.Should().Be(CustomerStatus.Active);
    }

    private static LocalDate March(int day) => new(2026, 3, day);

    private static QuotaDraft Quota(int from, int? to) =>
        new()
        {
            Credits = 10,
            EffectiveDate = March(from),
            EndDate = to is { } day ? March(day) : null,
        };

    private static Customer With(params QuotaDraft[] quotas)
    {
        var draft = Valid.Draft();
        draft.Quotas = quotas;
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }

    private static async Task<IEnumerable<string>> CodesAsync(Host host, Customer customer) =>
        (await host.Customers.CheckAsync(customer)).Select(v => v.Code);
}
