using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class QuotaTimelineTests
{
    private static readonly Gen<QuotaTimeline> AnyTimeline = Any.Quota.List[0, 8].Select(Timeline);

    [Fact]
    public void InForceOn_returns_the_first_of_all_quotas_in_force() =>
        Gen.Select(AnyTimeline, Any.NearDate)
            .Sample(
                (timeline, date) =>
                {
                    var all = timeline.Quotas.Where(q => q.Period.Contains(date)).Order(ConsumptionOrder.Default).ToList();
                    return timeline.ConsumedFirstOn(date) == all.FirstOrDefault() && timeline.InForceOn(date).SequenceEqual(all);
                },
                iter: 5_000
            );

    [Fact]
    public void An_unsupported_date_is_refused_with_its_parameter_name()
    {
        var (timeline, day) = (Timeline([Valid.Quota()]), Valid.Today.WithCalendar(CalendarSystem.Julian));

        foreach (var call in (Action[])[() => timeline.ConsumedFirstOn(day), () => timeline.InForceOn(day), () => timeline.NextAfter(day)])
        {
            call.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("date");
        }
    }

    [Fact]
    public void The_next_quota_is_the_first_to_start_after_the_date() =>
        Gen.Select(AnyTimeline, Any.NearDate)
            .Sample(
                (timeline, date) =>
                    timeline.NextAfter(date)?.EffectiveDate
                    == timeline.Quotas.Where(q => q.EffectiveDate > date).Min(q => (LocalDate?)q.EffectiveDate)
            );

    [Fact]
    public void Gaps_contain_every_day_without_a_quota_between_the_first_and_the_last_quota() =>
        Gen.Select(Any.Quota.List[1, 6], Any.NearDate)
            .Sample(
                (drafts, date) =>
                {
                    var timeline = Timeline(drafts);
                    var started = timeline.Quotas.Any(q => q.EffectiveDate <= date);
                    var continues = timeline.Quotas.Any(q => q.EffectiveDate > date);
                    var isGap = started && continues && timeline.ConsumedFirstOn(date) is null;
                    return timeline.Gaps().Any(g => g.Contains(date)) == isGap;
                },
                iter: 5_000
            );

    [Fact]
    public void Overlaps_are_the_pairs_of_quotas_that_share_days() =>
        AnyTimeline.Sample(timeline =>
        {
            var found = timeline.Overlaps().ToList();
            var pairs = timeline.Quotas.SelectMany(a => timeline.Quotas.Where(b => a.Number < b.Number && a.Period.Overlaps(b.Period)));
            return found.Count == pairs.Count()
                && found.All(o =>
                    o.Shared.Contains(o.Shared.EffectiveDate)
                    && o.Earlier.Period.Contains(o.Shared.EffectiveDate)
                    && o.Later.Period.Contains(o.Shared.EffectiveDate)
                    && (
                        o.Shared.EndDate is not { } end
                        || (
                            o.Earlier.Period.Contains(end)
                            && o.Later.Period.Contains(end)
                            && (o.Earlier.EndDate == end || o.Later.EndDate == end)
                        )
                    )
                );
        });

    [Fact]
    public void Shifting_all_dates_shifts_the_result() =>
        Gen.Select(Any.Quota.List[1, 6], Gen.Int[0, 60], Gen.Int[1, 400])
            .Where((drafts, _, _) => drafts.TrueForAll(d => d.EndDate != SupportedDates.Last && d.EffectiveDate != SupportedDates.Last))
            .Sample(
                (drafts, day, days) =>
                {
                    var date = Valid.Today.PlusDays(day);
                    var before = Timeline(drafts).ConsumedFirstOn(date)?.Number;
                    var shifted = drafts.ConvertAll(d => new QuotaDraft
                    {
                        Credits = d.Credits,
                        Unlimited = d.Unlimited,
                        Priority = d.Priority,
                        EffectiveDate = d.EffectiveDate!.Value.PlusDays(days),
                        EndDate = d.EndDate?.PlusDays(days),
                    });
                    return Timeline(shifted).ConsumedFirstOn(date.PlusDays(days))?.Number == before;
                }
            );

    [Fact]
    public void The_quotas_of_a_timeline_have_a_total_order() =>
        Any
            .Quota.List[2, 6]
            .Sample(drafts =>
            {
                var quotas = Timeline(drafts).Quotas;
                return quotas
                    .Zip(quotas.Skip(1))
                    .All(p =>
                        ConsumptionOrder.Default.Compare(p.First, p.Second) < 0 && ConsumptionOrder.Default.Compare(p.Second, p.First) > 0
                    );
            });

    [Fact]
    public void Quotas_are_consumed_by_priority_then_limit_then_end_then_start_then_number()
    {
        var date = Valid.Today;
        QuotaDraft Quota(int priority = 0, bool unlimited = false, int start = 0, int? end = 30) =>
            new()
            {
                Credits = unlimited ? null : 1,
                Unlimited = unlimited,
                Priority = priority,
                EffectiveDate = date.PlusDays(start),
                EndDate = end is { } days ? date.PlusDays(days) : null,
            };

        var timeline = Timeline([
            Quota(priority: 1, end: 1),
            Quota(unlimited: true, end: 2),
            Quota(end: null),
            Quota(end: 20, start: -1),
            Quota(end: 20),
            Quota(end: 20),
            Quota(priority: -1, end: null),
        ]);

        timeline.Quotas.Select(q => q.Number).Should().Equal(7, 4, 5, 6, 3, 2, 1);
    }

    [Fact]
    public void A_quota_without_an_end_date_is_consumed_after_one_that_ends_on_the_last_supported_day()
    {
        var timeline = Timeline([
            new QuotaDraft { Credits = 1, EffectiveDate = Valid.Today },
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Valid.Today,
                EndDate = LocalDate.MaxIsoValue,
            },
        ]);

        timeline.ConsumedFirstOn(LocalDate.MaxIsoValue)!.Number.Should().Be(2);
        timeline.InForceOn(LocalDate.MaxIsoValue).Should().HaveCount(2);
    }

    [Fact]
    public void No_quota_is_in_force_between_the_end_of_one_quota_and_the_start_of_the_next()
    {
        var timeline = Timeline([
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today,
            },
            new QuotaDraft { Credits = 1, EffectiveDate = Valid.Today.PlusDays(2) },
        ]);

        timeline.ConsumedFirstOn(Valid.Today)!.Number.Should().Be(1);
        timeline.ConsumedFirstOn(Valid.Today.PlusDays(1)).Should().BeNull();
        timeline.NextAfter(Valid.Today.PlusDays(1))!.Number.Should().Be(2);
        timeline.Gaps().Should().Equal(new EffectivePeriod(Valid.Today.PlusDays(1), Valid.Today.PlusDays(1)));
    }

    [Fact]
    public void An_existing_decision_does_not_change_when_the_customer_is_edited()
    {
        var customer = Valid.Customer();
        var decision = customer.DecideOn(Valid.Today, CustomerTerms.Default);

        customer.ChangeQuota(
            new QuotaDraft
            {
                Number = 1,
                Credits = 1,
                EffectiveDate = Valid.Today.PlusDays(5),
            }
        );

        decision.Explain()[0].Should().Contain("is in force");
        decision.ConsumedFirst!.EffectiveDate.Should().Be(Valid.Today);
        customer.DecideOn(Valid.Today, CustomerTerms.Default).IsUsable.Should().BeFalse();
    }

    [Fact]
    public void InForceOn_allocates_no_memory()
    {
        var timeline = Timeline([
            .. Enumerable
                .Range(0, 256)
                .Select(n => new QuotaDraft
                {
                    Credits = 1,
                    EffectiveDate = Valid.Today.PlusDays(n * 3),
                    EndDate = Valid.Today.PlusDays((n * 3) + 4),
                }),
        ]);
        timeline.ConsumedFirstOn(Valid.Today);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            timeline.ConsumedFirstOn(Valid.Today.PlusDays(i));
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void A_date_of_another_calendar_is_refused()
    {
        var call = () => Timeline([]).ConsumedFirstOn(Valid.Today.WithCalendar(CalendarSystem.Julian));

        call.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static QuotaTimeline Timeline(List<QuotaDraft> drafts)
    {
        var draft = Valid.Draft();
        draft.Quotas = drafts;
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today).Timeline;
    }
}
