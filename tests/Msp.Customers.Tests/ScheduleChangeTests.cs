using CsCheck;

namespace Msp.Customers.Tests;

public sealed class ScheduleChangeTests
{
    private const long Cases = 2_000;

    private static readonly Gen<QuotaScheduleDraft> Dates =
        from start in Gen.Int[-800, 800]
        from unit in Gen.Enum<ScheduleUnit>()
        from interval in Gen.Int[1, 40]
        from until in Gen.OneOf(Gen.Const(-1), Gen.Const(-1), Gen.Int[0, 900])
        select new QuotaScheduleDraft
        {
            Start = Valid.Today.PlusDays(start),
            Unit = unit,
            Interval =
                unit == ScheduleUnit.Day ? interval + 2
                : interval < 30 ? 1
                : interval - 28,
            Until = until < 0 ? null : Valid.Today.PlusDays(start + until),
            Credits = 100,
        };

    [Fact]
    public void F09_Every_day_has_exactly_one_quota_after_a_change_on_any_day() =>
        Gen.Select(Dates, Dates, Gen.Int[-800, 1_600], Gen.Int[0, 1_600])
            .Sample(
                (first, second, day, later) =>
                {
                    second.Until = null;
                    var (through, end) = (Valid.Today.PlusDays(day), Valid.Today.PlusDays(day + later));
                    var customer = RenewalTests.With(first);
                    customer.Renew(through);
                    var made = customer.Quotas.Count;
                    Change(customer, second);
                    customer.Renew(end);
                    return HasOneQuotaForEachDay(customer, made == 0 ? second.Start!.Value : first.Start!.Value, end);
                },
                iter: Cases
            );

    [Fact]
    public void F09_Every_day_has_exactly_one_quota_after_any_number_of_changes() =>
        Gen.Select(Dates, Gen.Select(Dates, Gen.Int[0, 400]).Array[1, 6])
            .Sample(
                (first, changes) =>
                {
                    var customer = RenewalTests.With(first);
                    var day = first.Start!.Value;
                    customer.Renew(day);
                    foreach (var (dates, days) in changes)
                    {
                        Change(customer, dates);
                        day = day.PlusDays(days);
                        customer.Renew(day);
                        customer.Renew(day).Should().BeEmpty();
                    }

                    var schedule = customer.Schedules[0].ToDraft();
                    schedule.Until = null;
                    customer.ChangeSchedule(schedule);
                    customer.Renew(day);
                    return HasOneQuotaForEachDay(customer, first.Start.Value, day);
                },
                iter: Cases
            );

    [Fact]
    public void F09_A_new_draft_and_the_edited_draft_of_a_schedule_result_in_the_same_quotas() =>
        Gen.Select(Dates, Dates, Gen.Int[0, 800])
            .Sample(
                (first, second, days) =>
                {
                    var (a, b) = (RenewalTests.With(first), RenewalTests.With(first));
                    var day = first.Start!.Value.PlusDays(days);
                    a.Renew(day);
                    b.Renew(day);
                    Change(a, second);
                    second.Number = 1;
                    b.ChangeSchedule(second);
                    a.Renew(day.PlusYears(1));
                    b.Renew(day.PlusYears(1));
                    return a.Quotas.Select(q => q.ToString()).SequenceEqual(b.Quotas.Select(q => q.ToString()));
                },
                iter: 1_000
            );

    [Theory]
    [InlineData("month", "2026-01-15 year", "2026-05-15..2027-01-14 67.123288, 2027-01-15..2028-01-14 100")]
    [InlineData("year", "2026-01-15 month", "2027-01-15..2027-02-14 100, 2027-02-15..2027-03-14 100")]
    [InlineData("month", "2026-01-01 month", "2026-05-15..2026-05-31 54.83871, 2026-06-01..2026-06-30 100")]
    [InlineData("month", "2026-01-15 week", "2026-05-15..2026-05-20 85.714286, 2026-05-21..2026-05-27 100")]
    [InlineData("month", "2026-08-01 month", "2026-05-15..2026-07-31 254.83871, 2026-08-01..2026-08-31 100")]
    [InlineData("month", "2026-05-15 month", "2026-05-15..2026-06-14 100, 2026-06-15..2026-07-14 100")]
    public void F09_The_first_quota_after_a_change_ends_before_the_next_new_date_and_is_prorated(
        string before,
        string after,
        string expected
    )
    {
        var customer = RenewalTests.With(Of($"2026-01-15 {before}"));
        customer.Renew(new LocalDate(2026, 4, 20));
        var made = customer.Quotas.Count;

        Change(customer, Of(after));
        while (customer.Quotas.Count < made + 2)
        {
            customer.Renew(customer.Schedules[0].NextRenewal!.Value);
        }

        string.Join(", ", customer.Quotas.Skip(made).Select(q => $"{q.Period} {q.Limit}")).Should().Be(expected);
    }

    [Fact]
    public async Task F09_The_effect_of_a_change_is_reported_before_it_is_saved()
    {
        using var host = new Host();
        var customer = await StoredAsync(host);
        var draft = customer.ToDraft();
        (draft.Schedules[0].Start, draft.Schedules[0].Unit) = (new LocalDate(2026, 1, 1), ScheduleUnit.Quarter);

        var warnings = await host.Customers.CheckAsync(customer, draft);

        warnings
            .Select(v => $"{v.Severity} {v}")
            .Should()
            .Equal(
                "Warning schedule.next-quota-changed at Schedules[0]: "
                    + "The next quota of schedule 1 becomes 84.615385 credits for 2026-04-15..2026-06-30."
            );
        (await host.Customers.EditAsync(customer, draft)).Should().BeEquivalentTo(warnings);
        customer.Schedules[0].NextRenewal.Should().Be(new LocalDate(2026, 4, 15));
        var stored = (await host.Customers.GetByIdAsync(customer.Id))!;
        stored.Renew(new LocalDate(2026, 7, 1)).Should().HaveCount(2);
        stored.Timeline.Gaps().Should().BeEmpty();
    }

    [Fact]
    public async Task F09_A_change_that_completes_the_schedule_is_reported()
    {
        using var host = new Host();
        var customer = await StoredAsync(host);
        var draft = customer.ToDraft();
        draft.Schedules[0].Until = new LocalDate(2026, 4, 14);

        (await host.Customers.CheckAsync(customer, draft)).Select(v => v.Code).Should().Equal("schedule.completed");
        draft.Schedules[0].Until = null;
        draft.Schedules[0].Credits = 200;
        (await host.Customers.CheckAsync(customer, draft)).Should().BeEmpty();
    }

    [Fact]
    public void F09_A_changed_schedule_continues_after_a_shortened_voided_or_extended_quota()
    {
        foreach (
            var change in new Action<QuotaDraft>[]
            {
                q => q.EndDate = new LocalDate(2026, 3, 31),
                q => q.EndDate = new LocalDate(2026, 5, 3),
                q => q.VoidedFrom = new LocalDate(2026, 4, 1),
                q => q.VoidedFrom = new LocalDate(2026, 3, 1),
            }
        )
        {
            var customer = RenewalTests.With(Of("2026-01-15 month"));
            customer.Renew(new LocalDate(2026, 4, 10));
            var quota = customer.Quotas[^1].ToDraft();
            change(quota);
            customer.ChangeQuota(quota);

            Change(customer, Of("2026-01-01 month"));
            customer.Renew(new LocalDate(2026, 8, 1));

            HasOneQuotaForEachDay(customer, new LocalDate(2026, 1, 15), new LocalDate(2026, 8, 1)).Should().BeTrue();
        }
    }

    [Fact]
    public void F09_A_change_keeps_skipped_occurrences_and_uses_a_given_next_occurrence()
    {
        var customer = RenewalTests.With(Of("2026-01-15 month"));
        customer.SkipNext(1, new LocalDate(2026, 1, 20)).Should().Be(new LocalDate(2026, 2, 15));
        Change(customer, Of("2026-01-01 month"));
        customer.Schedules[0].NextRenewal.Should().Be(new LocalDate(2026, 3, 15));
        customer.SkipNext(1, new LocalDate(2026, 1, 20)).Should().Be(new LocalDate(2026, 3, 15));
        customer.Schedules[0].NextRenewal.Should().Be(new LocalDate(2026, 4, 1));

        var schedule = customer.Schedules[0].ToDraft();
        (schedule.Unit, schedule.NextOccurrence) = (ScheduleUnit.Quarter, 2);
        customer.ChangeSchedule(schedule);

        customer.Schedules[0].NextRenewal.Should().Be(new LocalDate(2026, 7, 1));
    }

    [Fact]
    public void F09_A_schedule_without_quotas_uses_its_new_dates()
    {
        var customer = RenewalTests.With(Of("2026-01-15 month"));

        Change(customer, Of("2026-08-01 week"));

        customer.Schedules[0].NextRenewal.Should().Be(new LocalDate(2026, 8, 1));
    }

    [Fact]
    public async Task F09_A_late_renewal_after_a_change_is_saved()
    {
        using var host = new Host();
        var customer = await StoredAsync(host);
        Change(customer, Of("2026-01-01 month"));
        host.Clock.AdvanceDays(300);
        customer.Renew(Valid.Today.PlusDays(300));

        (await host.Customers.SaveAsync(customer)).Should().OnlyContain(v => v.Severity == Severity.Warning);
    }

    private static QuotaScheduleDraft Of(string text) =>
        new()
        {
            Start = NodaTime.Text.LocalDatePattern.Iso.Parse(text.Split(' ')[0]).Value,
            Unit = Enum.Parse<ScheduleUnit>(text.Split(' ')[1], ignoreCase: true),
            Credits = 100,
        };

    private static async Task<Customer> StoredAsync(Host host)
    {
        var draft = Valid.Draft();
        (draft.TenantType, draft.Quotas, draft.Schedules) = (TenantType.Commercial, [], [Of("2026-01-15 month")]);
        var customer = Customer.Register(draft, host.Terms, Valid.Today);
        customer.Renew(new LocalDate(2026, 3, 20));
        return await host.Customers.AddAsync(customer);
    }

    private static void Change(Customer customer, QuotaScheduleDraft dates)
    {
        var draft = customer.Schedules[0].ToDraft();
        (draft.Start, draft.Unit, draft.Interval, draft.Until) = (dates.Start, dates.Unit, dates.Interval, dates.Until);
        customer.ChangeSchedule(draft);
    }

    private static bool HasOneQuotaForEachDay(Customer customer, LocalDate from, LocalDate through) =>
        !customer.Timeline.Overlaps().Any()
        && customer.Timeline.Gaps().Count == 0
        && (from > through || customer.Timeline.ConsumedFirstOn(through) is not null)
        && (customer.Quotas.Count == 0 || customer.Quotas.Min(q => q.EffectiveDate) == from);
}
