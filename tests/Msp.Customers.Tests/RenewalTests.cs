using Msp.Customers.Names;

namespace Msp.Customers.Tests;

public sealed class RenewalTests
{
    private static readonly LocalDate January = new(2026, 1, 31);

    [Fact]
    public void Each_due_occurrence_creates_a_quota_that_ends_the_day_before_the_next()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 100,
                Increment = 2.5m,
                Priority = 3,
            }
        );

        customer.Renew(new LocalDate(2026, 3, 30)).Should().Equal(1, 2);
        customer.Renew(new LocalDate(2026, 3, 31)).Should().Equal(3);

        customer
            .Quotas.Select(q => $"{q} {q.Priority}")
            .Should()
            .Equal("#1 100 2026-01-31..2026-02-27 3", "#2 102.5 2026-02-28..2026-03-30 3", "#3 105 2026-03-31..2026-04-29 3");
        customer.Schedules[0].Should().BeEquivalentTo(new { NextOccurrence = 3, LastQuota = 3 });
    }

    [Fact]
    public void No_quota_is_created_before_the_start_or_after_the_until_date_and_the_last_period_is_complete()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Quarter,
                Unlimited = true,
                Until = new LocalDate(2026, 5, 1),
            }
        );

        customer.Renew(January.PlusDays(-1)).Should().BeEmpty();
        customer.Version.Should().Be(1);
        customer.Renew(SupportedDates.Last);

        customer
            .Quotas.Select(q => q.ToString())
            .Should()
            .Equal("#1 unlimited 2026-01-31..2026-04-29", "#2 unlimited 2026-04-30..2026-07-30");
    }

    [Fact]
    public void Each_quota_carries_over_from_the_previous_quota_if_it_still_exists()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 100,
                CarryOver = new CarryOverTermsDraft
                {
                    MaxCredits = 20,
                    MaxPercent = 30,
                    Compounds = true,
                },
            }
        );
        customer.Renew(January.PlusMonths(2));
        var draft = customer.ToDraft();
        draft.Quotas.RemoveAt(2);
        customer.Edit(draft, CustomerTerms.Default);

        customer.Renew(January.PlusMonths(4));

        customer
            .Quotas.Select(q => (q.Number, q.CarryOver))
            .Should()
            .Equal((1, null), (2, new CarryOver(1, Credits.Of(20), 30, true)), (4, null), (5, new CarryOver(4, Credits.Of(20), 30, true)));
    }

    [Fact]
    public void A_skipped_occurrence_creates_no_quota_and_the_next_quota_carries_over_from_the_previous_one()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 100,
                CarryOver = new CarryOverTermsDraft(),
                Until = January.PlusMonths(2),
            }
        );

        customer.SkipNext(1, January).Should().Be(new LocalDate(2026, 2, 28));
        customer.Renew(January.PlusMonths(2)).Should().Equal(2);
        customer.SkipNext(1, January.PlusMonths(2)).Should().BeNull();

        customer.Quotas.Select(q => (q.EffectiveDate, q.CarryOver?.From)).Should().Equal((January, null), (new LocalDate(2026, 3, 31), 1));
    }

    [Fact]
    public void A_quota_that_overlaps_the_next_occurrence_carries_nothing_over()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 100,
                CarryOver = new CarryOverTermsDraft(),
            }
        );
        customer.Renew(January);
        var quota = customer.Quotas[0].ToDraft();
        quota.EndDate = new LocalDate(2026, 2, 28);
        customer.ChangeQuota(quota);

        customer.Renew(new LocalDate(2026, 2, 28)).Should().Equal(2);

        customer.Quotas[1].CarryOver.Should().BeNull();
    }

    [Fact]
    public void Schedules_that_are_due_on_the_same_day_renew_in_order_of_their_numbers()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 1,
            },
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 2,
            }
        );

        customer.Renew(January);

        customer.Quotas.Select(q => (q.Number, q.Limit.Credits!.Value.Amount)).Should().Equal((1, 1m), (2, 2m));
    }

    [Fact]
    public void The_last_occurrence_can_be_skipped()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 1,
                Until = new LocalDate(2026, 2, 28),
            }
        );

        customer.SkipNext(1, January).Should().Be(new LocalDate(2026, 2, 28));
        EditTests.Unchanged(customer, () => customer.SkipNext(1, January).Should().BeNull());
    }

    [Fact]
    public void Skipping_creates_due_quotas_even_if_no_occurrence_is_left_to_skip()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 1,
                Until = January,
            }
        );

        customer.SkipNext(1, January).Should().BeNull();

        customer.Quotas.Should().ContainSingle();
        customer.Schedules[0].NextOccurrence.Should().Be(1);
    }

    [Fact]
    public void Skipping_is_refused_if_a_due_quota_is_invalid()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = Credits.Max.Amount,
                Increment = Credits.Max.Amount,
            }
        );

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.SkipNext(1, January.PlusMonths(1)))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Should()
                    .ContainSingle(v => v.Code == "quota.credits-too-large")
        );
    }

    [Fact]
    public void An_unsupported_date_is_refused_with_its_parameter_name()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 1,
            }
        );
        var day = January.WithCalendar(CalendarSystem.Julian);

        customer.Invoking(c => c.Renew(day)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("through");
        customer.Invoking(c => c.VoidQuota(1, day)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("from");
    }

    [Fact]
    public void Skipping_creates_due_quotas_first()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Day,
                Credits = 1,
            }
        );

        customer.SkipNext(1, January.PlusDays(2)).Should().Be(January.PlusDays(3));

        customer.Quotas.Should().HaveCount(3);
        customer.Schedules[0].NextOccurrence.Should().Be(4);
        customer.Timeline.Gaps().Should().BeEmpty();
    }

    [Fact]
    public void Too_many_quotas_are_refused_and_none_is_created()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = SupportedDates.First,
                Unit = ScheduleUnit.Day,
                Credits = 1,
            },
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Day,
                Credits = 1,
            }
        );
        var last = SupportedDates.First.PlusDays(TextLimits.MaxItems - 1);

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.Renew(last.PlusDays(1)))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Should()
                    .ContainSingle(v => v.Code == "schedule.too-many-quotas")
        );
        customer.Renew(last).Should().HaveCount(TextLimits.MaxItems);
    }

    [Fact]
    public void An_invalid_quota_is_refused_and_none_is_created()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = Credits.Max.Amount,
                Increment = Credits.Max.Amount,
            }
        );

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.Renew(January.PlusMonths(1)))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Should()
                    .ContainSingle(v => v.Code == "quota.credits-too-large" && v.Path == "Quotas[1].Credits")
        );
        customer.Renew(January).Should().Equal(1);
    }

    [Fact]
    public async Task Late_quotas_are_saved_and_a_concurrent_renewal_is_refused()
    {
        using var host = new Host();
        var stored = await host.Customers.AddAsync(
            With(
                new QuotaScheduleDraft
                {
                    Start = January,
                    Unit = ScheduleUnit.Day,
                    Interval = 10,
                    Credits = 1,
                }
            )
        );
        var (mine, theirs) = ((await host.Customers.GetByIdAsync(stored.Id))!, (await host.Customers.GetByIdAsync(stored.Id))!);
        mine.Renew(Valid.Today).Should().HaveCount(3);
        theirs.Renew(Valid.Today);

        await host.Customers.UpdateAsync(mine);

        await host.Customers.Awaiting(c => c.UpdateAsync(theirs)).Should().ThrowAsync<ConcurrencyException>();
        (await host.Customers.GetByIdAsync(stored.Id))!.Quotas.Should().HaveCount(3);
        mine.AddQuota(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = January,
                EndDate = January.PlusDays(8),
            }
        );
        (await host.Customers.CheckAsync(mine)).Should().Contain(v => v.Code == "quota.ends-in-the-past" && v.Path == "Quotas[3].EndDate");
    }

    [Fact]
    public async Task A_manually_added_quota_in_the_past_is_refused_even_if_an_occurrence_is_due()
    {
        using var host = new Host();
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Day,
                Interval = 10,
                Credits = 1,
            }
        );
        customer.AddQuota(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = January,
                EndDate = January.PlusDays(9),
            }
        );

        (await host.Customers.CheckAsync(customer)).Should().ContainSingle(v => v.Code == "quota.ends-in-the-past");
    }

    [Fact]
    public async Task A_suspended_customer_gets_no_quota_and_no_changed_carry_over()
    {
        using var host = new Host();
        var customer = await host.Customers.AddAsync(
            With(
                new QuotaScheduleDraft
                {
                    Start = January,
                    Unit = ScheduleUnit.Month,
                    Credits = 1,
                    CarryOver = new CarryOverTermsDraft(),
                }
            )
        );
        customer.Renew(Valid.Today);
        customer.Suspend(SuspensionReason.NonPayment, Valid.Today);
        await host.Customers.Awaiting(c => c.UpdateAsync(customer)).Should().ThrowAsync<RuleViolationException>();
        customer.Resume();
        await host.Customers.UpdateAsync(customer);
        customer.Suspend(SuspensionReason.NonPayment, Valid.Today);
        await host.Customers.UpdateAsync(customer);
        var draft = customer.Quotas[1].ToDraft();
        draft.CarryOver!.MaxCredits = 1;

        customer.ChangeQuota(draft);

        (await host.Customers.CheckAsync(customer))
            .Should()
            .ContainSingle(v => v.Code == "quota.requires-active-customer" && v.Path == "Quotas[1]");
    }

    [Fact]
    public void A_schedule_number_is_never_reused_and_the_quotas_of_a_removed_schedule_stay()
    {
        var customer = With(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Month,
                Credits = 100,
            }
        );
        customer.Renew(January);
        var draft = customer.ToDraft();
        draft.Schedules.Clear();
        customer.Edit(draft, CustomerTerms.Default);

        customer.AddSchedule(
            new QuotaScheduleDraft
            {
                Start = January,
                Unit = ScheduleUnit.Year,
                Credits = 100,
            }
        );
        var changed = customer.Schedules[0].ToDraft();
        changed.NextOccurrence = int.MaxValue;
        customer.ChangeSchedule(changed);

        customer.Schedules.Should().ContainSingle().Which.Number.Should().Be(2);
        customer.LastScheduleNumber.Should().Be(2);
        customer.Renew(SupportedDates.Last).Should().BeEmpty();
        customer.SkipNext(2, SupportedDates.Last).Should().BeNull();
        customer.Quotas.Should().ContainSingle();
    }

    internal static Customer With(params QuotaScheduleDraft[] schedules)
    {
        var draft = Valid.Draft();
        draft.Quotas.Clear();
        draft.Schedules = [.. schedules];
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }
}
