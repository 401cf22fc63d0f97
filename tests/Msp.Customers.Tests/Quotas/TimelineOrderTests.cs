using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class TimelineOrderTests
{
    private static readonly Gen<QuotaTimeline> AnyTimeline = Any.Customer.Select(customer => customer.Timeline);

    [Fact]
    public void The_next_quota_is_the_one_that_is_consumed_first_of_several_that_start_on_the_same_day() =>
        Gen.Select(AnyTimeline, Any.NearDate)
            .Sample(
                (timeline, date) =>
                    timeline.NextAfter(date)
                    == timeline
                        .Quotas.Where(q => q.EffectiveDate > date)
                        .OrderBy(q => q.EffectiveDate)
                        .ThenBy(q => q, ConsumptionOrder.Default)
                        .FirstOrDefault(),
                iter: 5_000
            );

    [Fact]
    public void Gaps_are_ordered_by_date_and_do_not_touch() =>
        AnyTimeline.Sample(
            timeline =>
            {
                var gaps = timeline.Gaps();
                return gaps.All(g => !g.IsOpen)
                    && gaps.Zip(gaps.Skip(1)).All(g => g.First.EndDate!.Value.PlusDays(1) < g.Second.EffectiveDate);
            },
            iter: 5_000
        );

    [Fact]
    public void Overlaps_are_ordered_by_their_first_day_with_the_earlier_quota_first() =>
        AnyTimeline.Sample(
            timeline =>
            {
                var overlaps = timeline.Overlaps().ToList();
                return overlaps.Zip(overlaps.Skip(1)).All(o => o.First.Shared.EffectiveDate <= o.Second.Shared.EffectiveDate)
                    && overlaps.TrueForAll(o =>
                        (o.Earlier.EffectiveDate, o.Earlier.Number).CompareTo((o.Later.EffectiveDate, o.Later.Number)) < 0
                        && o.Shared.EffectiveDate == o.Later.EffectiveDate
                    );
            },
            iter: 5_000
        );

    [Fact]
    public void Quotas_on_the_first_and_last_supported_day_are_in_force_with_a_gap_between_them()
    {
        var draft = Valid.Draft();
        draft.Quotas =
        [
            new()
            {
                Credits = 1,
                EffectiveDate = SupportedDates.First,
                EndDate = SupportedDates.First,
            },
            new()
            {
                Credits = 1,
                EffectiveDate = SupportedDates.Last,
                EndDate = SupportedDates.Last,
            },
        ];
        var timeline = Customer.Register(draft, CustomerTerms.Default, Valid.Today).Timeline;

        timeline.ConsumedFirstOn(SupportedDates.First)!.Number.Should().Be(1);
        timeline.ConsumedFirstOn(SupportedDates.Last)!.Number.Should().Be(2);
        timeline.NextAfter(SupportedDates.Last).Should().BeNull();
        timeline.Gaps().Should().Equal(new EffectivePeriod(SupportedDates.First.PlusDays(1), SupportedDates.Last.PlusDays(-1)));
    }
}
