using CsCheck;
using Msp.Customers.Tests.Consumption;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

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
                    var books = await Books.OfAsync([.. given.Quotas]);
                    var drafts = Drafts(books, given.Usage);
                    var first = await books.PostAsync(drafts);
                    var before = await StateAsync(books);
                    var some = drafts.Index().Where(d => (seed >> d.Index & 1) == 0).Reverse().ToList();

                    var again = await books.PostAsync([.. some.Select(d => d.Item)]);

                    again.Receipts.Should().Equal(some.Select(d => first.Receipts[d.Index] with { IsReplay = true }));
                    again.Adjustments.Should().BeEmpty();
                    (await StateAsync(books)).Should().Be(before);
                },
                iter: Cases
            );

    [Fact]
    public Task What_is_posted_and_taken_back_is_as_if_it_never_was() =>
        Gen.Select(Given, AnyUsage.Daily, AnyUsage.Day)
            .SampleAsync(
                async (given, extra, date) =>
                {
                    var books = await Books.OfAsync([.. given.Quotas]);
                    await books.PostAsync(Drafts(books, given.Usage));
                    var (before, then) = (await TextAsync(books, date), await TextAsync(books, Last));

                    await books.PostAsync(Draft(books, "extra", extra));
                    var move = (await books.Ledger.ReverseAsync(books.Id, "extra")).Adjustments[books.Id];

                    (await TextAsync(books, date)).Should().Be(before);
                    (await TextAsync(books, Last)).Should().Be(then);
                    move.Consumed.Sum(c => c.Credits).Should().BeLessThanOrEqualTo(0);
                    (move.Consumed.Sum(c => c.Credits) + move.Overage.Sum(o => o.Credits)).Should().Be(-extra.Credits.Amount);
                },
                iter: Cases
            );

    // Credits given back to a quota that has ended meanwhile are not usable again: they are expired.
    [Fact]
    public Task Credits_given_back_to_a_quota_that_ended_expire_at_once() =>
        Gen.Select(AnyUsage.Amount, Gen.Int[0, 9])
            .SampleAsync(
                async (amount, day) =>
                {
                    var books = await Books.OfAsync(
                        new QuotaDraft
                        {
                            Credits = 10,
                            EffectiveDate = Valid.Today,
                            EndDate = Valid.Today.PlusDays(9),
                        }
                    );
                    await books.PostAsync(books.Draft("a", amount, day));
                    await books.Ledger.ReverseAsync(books.Id, "a");

                    var after = (await books.BalanceAsync(Valid.Today.PlusDays(10))).Quotas[0];
                    (after.Consumed, after.Remaining, after.Expired).Should().Be((0, 0, 10));
                },
                iter: Cases
            );

    [Fact]
    public Task Usage_that_came_late_is_as_if_it_had_come_in_order() =>
        Gen.Select(Given, Gen.Int[0, 1_000_000], AnyUsage.Day)
            .SampleAsync(
                async (given, seed, date) =>
                {
                    var (shuffled, inOrder) = (await Books.OfAsync([.. given.Quotas]), await Books.OfAsync([.. given.Quotas]));
                    await inOrder.PostAsync([.. Drafts(inOrder, given.Usage).OrderBy(d => d.Date)]);

                    var usage = Drafts(shuffled, given.Usage).ToArray();
                    new Random(seed).Shuffle(usage);
                    PostingResult? last = null;
                    foreach (var draft in usage)
                    {
                        var before = await shuffled.BalanceAsync(Last);
                        last = await shuffled.PostAsync(draft);
                        var after = await shuffled.BalanceAsync(Last);
                        var overage = last.Adjustments.TryGetValue(shuffled.Id, out var move)
                            ? move.After.Overage - move.Before.Overage
                            : after.Overage - before.Overage;
                        overage.Should().Be(after.Overage - before.Overage);
                    }

                    (await TextAsync(shuffled, date)).Should().Be(await TextAsync(inOrder, date));
                },
                iter: Cases
            );

    [Fact]
    public Task One_posting_is_as_good_as_its_parts() =>
        Gen.Select(Given, Gen.Int[1, 39], AnyUsage.Day)
            .SampleAsync(
                async (given, share, date) =>
                {
                    var (whole, parts) = (await Books.OfAsync([.. given.Quotas]), await Books.OfAsync([.. given.Quotas]));
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
    public Task To_reserve_commit_a_part_and_let_go_of_the_rest_is_to_post_the_part() =>
        Gen.Select(Given, Gen.Int[0, 100], AnyUsage.Day)
            .SampleAsync(
                async (given, percent, date) =>
                {
                    var options = new Msp.Customers.Usage.UsageOptions { Overage = OveragePolicy.Allow };
                    var (reserved, posted) = (
                        await Books.OfAsync(options, null, [.. given.Quotas]),
                        await Books.OfAsync([.. given.Quotas])
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

    private static UsageDraft Draft(Books books, string key, DailyUsage usage) =>
        new()
        {
            Customer = books.Id.Value,
            Key = key,
            Date = usage.Date,
            Credits = usage.Credits.Amount,
        };

    private static List<UsageDraft> Drafts(Books books, DailyUsage[] usage) => [.. usage.Select((u, n) => Draft(books, $"k{n}", u))];

    private static int Days(UsageDraft draft) => Period.DaysBetween(Valid.Today, draft.Date!.Value);

    private static async Task<string> StateAsync(Books books) => string.Join('\n', await books.EntriesAsync());

    private static async Task<string> TextAsync(Books books, LocalDate date)
    {
        var balance = await books.BalanceAsync(date);
        return $"{balance.Used:G29}\n{string.Join('\n', balance.Explain())}\n{string.Join('\n', balance.OverageByDay)}";
    }
}
