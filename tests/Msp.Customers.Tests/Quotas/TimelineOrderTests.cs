using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class TimelineOrderTests
{
    private static readonly Gen<QuotaTimeline> AnyTimeline = Any.Customer.Select(customer => customer.Timeline);

    [Fact]
    public void Of_several_that_start_next_the_one_that_pays_first_is_named() =>
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
    public void Gaps_come_in_order_of_time_and_do_not_touch() =>
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
    public void Overlaps_come_in_order_of_their_first_day_with_the_earlier_quota_first() =>
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
    public void A_quota_of_the_last_supported_day_is_in_force_on_it_and_leaves_a_gap_before()
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

        timeline.InForceOn(SupportedDates.First)!.Number.Should().Be(1);
        timeline.InForceOn(SupportedDates.Last)!.Number.Should().Be(2);
        timeline.NextAfter(SupportedDates.Last).Should().BeNull();
        timeline.Gaps().Should().Equal(new EffectivePeriod(SupportedDates.First.PlusDays(1), SupportedDates.Last.PlusDays(-1)));
    }
}
