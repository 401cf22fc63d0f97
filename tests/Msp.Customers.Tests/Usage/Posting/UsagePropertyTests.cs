using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class UsagePropertyTests
{
    private const long Cases = 1_000;
    private static readonly LocalDate Last = Valid.Today.PlusDays(60);
    private static readonly Gen<(List<QuotaDraft> Quotas, DailyUsage[] Usage)> Given = Gen.Select(
        AnyUsage.Quota.List[0, 6],
        AnyUsage.Usage
    );

    [Fact]
    public Task A_replay_by_key_changes_nothing() =>
        Gen.Select(Given, Gen.Int[0, 1_000_000])
            .SampleAsync(
                async (given, seed) =>
                {
                    var host = await UsageHost.OfAsync([.. given.Quotas]);
                    var drafts = Drafts(host, given.Usage);
                    var first = await host.PostAsync(drafts);
                    var before = await StateAsync(host);
                    var some = drafts.Index().Where(d => (seed >> d.Index & 1) == 0).Reverse().ToList();

                    var again = await host.PostAsync([.. some.Select(d => d.Item)]);

                    again.Should().Equal(some.Select(d => first[d.Index] with { IsReplay = true }));
                    (await host.Ledger.GetAdjustmentsAsync(again)).Should().BeEmpty();
                    (await StateAsync(host)).Should().Be(before);
                },
                iter: Cases
            );

    [Fact]
    public Task Posting_and_reversing_usage_restores_the_balance() =>
        Gen.Select(Given, AnyUsage.Daily, AnyUsage.Day)
            .SampleAsync(
                async (given, extra, date) =>
                {
                    var host = await UsageHost.OfAsync([.. given.Quotas]);
                    await host.PostAsync(Drafts(host, given.Usage));
                    var (before, then) = (await TextAsync(host, date), await TextAsync(host, Last));

                    await host.PostAsync(Draft(host, "extra", extra));
                    var adjustment = (await host.AdjustmentsAsync(host.Ledger.ReverseAsync(host.Id, "extra")))[host.Id];

                    (await TextAsync(host, date)).Should().Be(before);
                    (await TextAsync(host, Last)).Should().Be(then);
                    adjustment.ConsumedDifference.Sum(c => c.Credits).Should().BeLessThanOrEqualTo(0);
                    (adjustment.ConsumedDifference.Sum(c => c.Credits) + adjustment.OverageDifference.Sum(o => o.Credits))
                        .Should()
                        .Be(-extra.Credits.Amount);
                },
                iter: Cases
            );

    [Fact]
    public Task Credits_returned_to_an_ended_quota_expire_immediately() =>
        Gen.Select(AnyUsage.Amount, Gen.Int[0, 9])
            .SampleAsync(
                async (amount, day) =>
                {
                    var host = await UsageHost.OfAsync(
                        new QuotaDraft
                        {
                            Credits = 10,
                            EffectiveDate = Valid.Today,
                            EndDate = Valid.Today.PlusDays(9),
                        }
                    );
                    await host.PostAsync(host.Draft("a", amount, day));
                    await host.Ledger.ReverseAsync(host.Id, "a");

                    var after = (await host.BalanceAsync(Valid.Today.PlusDays(10))).Quotas[0];
                    (after.Consumed, after.Remaining, after.Expired).Should().Be((0, 0, 10));
                },
                iter: Cases
            );

    [Fact]
    public Task Usage_posted_in_any_order_has_the_balance_of_usage_posted_in_date_order() =>
        Gen.Select(Given, Gen.Int[0, 1_000_000], AnyUsage.Day)
            .SampleAsync(
                async (given, seed, date) =>
                {
                    var (shuffled, inOrder) = (await UsageHost.OfAsync([.. given.Quotas]), await UsageHost.OfAsync([.. given.Quotas]));
                    await inOrder.PostAsync([.. Drafts(inOrder, given.Usage).OrderBy(d => d.Date)]);

                    var usage = Drafts(shuffled, given.Usage).ToArray();
                    new Random(seed).Shuffle(usage);
                    foreach (var draft in usage)
                    {
                        var before = await shuffled.BalanceAsync(Last);
                        var adjustments = await shuffled.AdjustmentsAsync(shuffled.PostAsync(draft));
                        var after = await shuffled.BalanceAsync(Last);
                        var overage = adjustments.TryGetValue(shuffled.Id, out var adjustment)
                            ? adjustment.After.Overage - adjustment.Before.Overage
                            : after.Overage - before.Overage;
                        overage.Should().Be(after.Overage - before.Overage);
                    }

                    (await TextAsync(shuffled, date)).Should().Be(await TextAsync(inOrder, date));
                },
                iter: Cases
            );

    [Fact]
    public Task One_posting_has_the_same_balance_as_its_parts() =>
        Gen.Select(Given, Gen.Int[1, 39], AnyUsage.Day)
            .SampleAsync(
                async (given, share, date) =>
                {
                    var (whole, parts) = (await UsageHost.OfAsync([.. given.Quotas]), await UsageHost.OfAsync([.. given.Quotas]));
                    await whole.PostAsync(Drafts(whole, given.Usage));
                    foreach (var draft in Drafts(parts, given.Usage))
                    {
                        var part = Math.Min(share / 4m, draft.Credits!.Value);
                        await parts.PostAsync(parts.Draft($"{draft.Key}/2", draft.Credits.Value - part, Days(draft)));
                        await parts.PostAsync(parts.Draft($"{draft.Key}/1", part, Days(draft)));
                    }

                    (await TextAsync(parts, date)).Should().Be(await TextAsync(whole, date));
                },
                iter: Cases
            );

    [Fact]
    public Task Reserving_and_committing_a_part_has_the_same_balance_as_posting_the_part() =>
        Gen.Select(Given, Gen.Int[0, 100], AnyUsage.Day)
            .SampleAsync(
                async (given, percent, date) =>
                {
                    var options = new UsageOptions { Overage = OveragePolicy.Allow };
                    var (reserved, posted) = (
                        await UsageHost.OfAsync(options, null, [.. given.Quotas]),
                        await UsageHost.OfAsync([.. given.Quotas])
                    );
                    foreach (var draft in Drafts(reserved, given.Usage))
                    {
                        var part = Math.Floor(draft.Credits!.Value * percent) / 100;
                        await reserved.Reservations.ReserveAsync(draft, Duration.FromHours(1));
                        await reserved.Reservations.CommitAsync(reserved.Id, draft.Key!, part);
                        await posted.PostAsync(posted.Draft(draft.Key!, part, Days(draft)));
                    }

                    (await TextAsync(reserved, date)).Should().Be(await TextAsync(posted, date));
                    (await reserved.Store.ReadAsync(reserved.Id)).Reservations.Should().BeEmpty();
                },
                iter: Cases
            );

    private static UsageDraft Draft(UsageHost host, string key, DailyUsage usage) =>
        new()
        {
            Customer = host.Id.Value,
            Key = key,
            Date = usage.Date,
            Credits = usage.Credits.Amount,
        };

    private static List<UsageDraft> Drafts(UsageHost host, DailyUsage[] usage) => [.. usage.Select((u, n) => Draft(host, $"k{n}", u))];

    private static int Days(UsageDraft draft) => Period.DaysBetween(Valid.Today, draft.Date!.Value);

    private static async Task<string> StateAsync(UsageHost host) => string.Join('\n', await host.EntriesAsync());

    private static async Task<string> TextAsync(UsageHost host, LocalDate date)
    {
        var balance = await host.BalanceAsync(date);
        return $"{balance.Used:G29}\n{string.Join('\n', balance.Explain())}\n{string.Join('\n', balance.OverageByDay)}";
    }
}
