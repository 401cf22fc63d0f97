using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Testing;

// Posting and reservations of the library on a usage store, each in a separate session.
internal static class PostingFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Usage that is posted again is a replay, however often", Replay),
            Fact("A key that is posted again with other content is a conflict and posts nothing", Conflict),
            Fact("A batch in which one item is refused posts nothing", AllOrNothing),
            Fact("What is taken back is taken back once", Reversal),
            Fact("Usage on a settled day is refused", Settled),
            Fact("Many who post the same batches at once post each item once", Racers),
            Fact("Reserved credits are held from others until they are committed, released or timed out", Reservations),
            Fact("Credits of a reservation that timed out by one clock and not by another are granted once", Clocks),
            Fact("Credits are voided of what is left, and no more are granted", Voids),
            Fact("A repeated commit is a replay", Committed),
            Fact("Of many who ask for the last credits at once, no more are granted than there are", LastCredits),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static UsageLedger Ledger(StorageSession session, TestClock clock) =>
        new(session.Customers, Trial.UsageOf(session), new BusinessCalendar(clock), new UsageOptions());

    private static CreditReservations Desk(StorageSession session, TestClock clock) =>
        new(session.Customers, Trial.UsageOf(session), new BusinessCalendar(clock), CustomerTerms.Default, new UsageOptions());

    private static async Task<PostingResult> PostAsync(Trial trial, params UsageDraft[] usage)
    {
        await using var session = await trial.OpenAsync();
        return await Ledger(session, new TestClock()).PostAsync(usage, cancellationToken: trial.Token);
    }

    private static async Task Replay(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        UsageDraft[] usage =
        [
            SampleData.Usage(id, "k-1", u => u.Credits = 1.5m),
            SampleData.Usage(id, "k-2", u => (u.Date, u.At) = (null, Instant.FromUtc(2026, 3, 2, 12, 0) + Duration.FromNanoseconds(1))),
        ];
        foreach (var isReplay in new[] { false, true, true })
        {
            var receipts = (await PostAsync(trial, usage)).Receipts;
            Expect.Items(
                [(1.5m, isReplay), (1, isReplay)],
                receipts.Select(r => (r.Credits.Amount, r.IsReplay)),
                "give the same receipts for the same keys, and know a replay"
            );
        }

        Expect.Equal(2, (await UsageFacts.ListAsync(trial, id)).Count, "store what is posted again once");
    }

    private static async Task Conflict(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await PostAsync(trial, SampleData.Usage(id));
        await Expect.ThrowsAsync<RuleViolationException>(
            "let a key with other content be a conflict",
            () => PostAsync(trial, SampleData.Usage(id, "new"), SampleData.Usage(id, "k-1", u => u.Credits = 2))
        );
        Expect.Items(
            [Credits.Of(1)],
            (await UsageFacts.ListAsync(trial, id)).Select(e => e.Credits),
            "keep what was posted first, and nothing of a batch with a conflict"
        );
    }

    private static async Task AllOrNothing(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await Expect.ThrowsAsync<RuleViolationException>(
            "let a batch be refused for one item",
            () => PostAsync(trial, SampleData.Usage(id), SampleData.Usage(new CustomerId("unknown")))
        );
        Expect.Items([], await UsageFacts.ListAsync(trial, id), "store nothing of a batch that is refused");
    }

    private static async Task Reversal(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await PostAsync(trial, SampleData.Usage(id), SampleData.Usage(id, "k-2"));
        foreach (var isReplay in new[] { false, true })
        {
            await using var session = await trial.OpenAsync();
            Expect.Equal(
                isReplay,
                (await Ledger(session, new TestClock()).ReverseAsync(id, "k-1", trial.Token)).Receipts[0].IsReplay,
                "know whether usage was taken back before"
            );
        }

        Expect.Items(
            [UsageEntryKind.Usage, UsageEntryKind.Reversal, UsageEntryKind.Usage],
            (await UsageFacts.ListAsync(trial, id)).Select(e => e.Kind),
            "store a reversal once, beside the usage"
        );
    }

    private static async Task Settled(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await trial.EditAsync(id, c => c.CloseUsageThrough(SampleData.Today));
        await Expect.ThrowsAsync<RuleViolationException>(
            "tell by UsageTermsById that a day is settled, so that its usage is refused",
            () => PostAsync(trial, SampleData.Usage(id))
        );
        await PostAsync(trial, SampleData.Usage(id, "k-2", u => u.Date = SampleData.Today.PlusDays(1)));
    }

    private static async Task Racers(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        var receipts = await trial.RaceAsync(
            12,
            async (number, session) =>
            {
                // Three racers post each batch, each of them starting at a different item.
                var batch = Enumerable.Range(0, 4).Select(n => SampleData.Usage(id, $"k{number / 3}-{(n + number) % 4}")).ToList();
                return (await Ledger(session, new TestClock()).PostAsync(batch, includeAdjustments: false, trial.Token)).Receipts;
            }
        );
        Expect.Equal(
            (16, 16),
            ((await UsageFacts.ListAsync(trial, id)).Count, receipts.SelectMany(r => r).Count(r => !r.IsReplay)),
            "store each item of racing batches once, and tell one that it was first"
        );
    }

    private static async Task Reservations(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await using var session = await trial.OpenAsync();
        var desk = Desk(session, clock);
        async Task FreeAsync(decimal credits, string when)
        {
            await using var other = await trial.OpenAsync();
            var (all, more) = (Credits.Of(credits), Credits.Of(credits + 0.000001m));
            Expect.Equal(
                (true, false),
                (
                    (await Desk(other, clock).CheckAsync(id, SampleData.Today, all, trial.Token)).IsGranted,
                    (await Desk(other, clock).CheckAsync(id, SampleData.Today, more, trial.Token)).IsGranted
                ),
                $"leave {credits} of 100 credits {when}"
            );
        }

        await desk.ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 60), Duration.FromHours(1), trial.Token);
        await desk.ReserveAsync(SampleData.Usage(id, "k-2", u => u.Credits = 30), Duration.FromHours(2), trial.Token);
        await FreeAsync(10, "beside two reservations");
        await desk.CommitAsync(id, "k-1", 20, trial.Token);
        await FreeAsync(50, "where 20 of 60 were committed");
        await desk.ReleaseAsync(id, "k-2", trial.Token);
        await FreeAsync(80, "where a reservation was released");
        await desk.ReserveAsync(SampleData.Usage(id, "k-3", u => u.Credits = 80), Duration.FromHours(1), trial.Token);
        clock.Advance(Duration.FromHours(1) - Duration.FromTicks(10));
        await FreeAsync(0, "just before a reservation times out");
        clock.Advance(Duration.FromTicks(10));
        await FreeAsync(80, "when a reservation has timed out");
    }

    private static async Task Clocks(Trial trial)
    {
        var (id, behind) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        var ahead = new TestClock(behind.Now + Duration.FromHours(1));
        await using var one = await trial.OpenAsync();
        await using var other = await trial.OpenAsync();
        await Desk(one, behind).ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 100), Duration.FromSeconds(1), trial.Token);
        var taken = await Desk(other, ahead).ConsumeAsync(SampleData.Usage(id, "k-2", u => u.Credits = 100), trial.Token);
        Expect.That(taken.IsGranted, "list a reservation that has timed out, so that its credits are granted anew", "a refusal");
        await Expect.ThrowsAsync<RuleViolationException>(
            "list a reservation that has timed out, so that it ends with the grant of its credits and is not committed by another clock",
            () => Desk(one, behind).CommitAsync(id, "k-1", cancellationToken: trial.Token)
        );
    }

    private static async Task Voids(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await PostAsync(trial, SampleData.Usage(id, "k-1", u => u.Credits = 30));
        foreach (var isReplay in new[] { false, true })
        {
            await using var session = await trial.OpenAsync();
            var posting = await Ledger(session, clock).VoidAsync(SampleData.Usage(id, "k-2", u => u.Credits = 60), trial.Token);
            Expect.Items(
                [(60, isReplay)],
                posting.Receipts.Select(r => ((int)r.Credits.Amount, r.IsReplay)),
                "void what is left, once for a key"
            );
        }

        await using var other = await trial.OpenAsync();
        var balance = await new CustomerCredits(
            other.Customers,
            Trial.UsageOf(other),
            new BusinessCalendar(clock),
            CustomerTerms.Default,
            new UsageOptions()
        ).BalanceAsync(id, cancellationToken: trial.Token);
        Expect.Equal((30m, 60m, 10m), (balance!.Used, balance.Totals.Voided, balance.Totals.Remaining), "add voids up apart from usage");
        Expect.Equal(
            (true, false),
            (
                (await Desk(other, clock).CheckAsync(id, SampleData.Today, Credits.Of(10), trial.Token)).IsGranted,
                (await Desk(other, clock).CheckAsync(id, SampleData.Today, Credits.Of(11), trial.Token)).IsGranted
            ),
            "grant what was not voided"
        );
    }

    private static async Task Committed(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await using var session = await trial.OpenAsync();
        await Desk(session, clock).ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 10), Duration.FromHours(1), trial.Token);
        foreach (var isReplay in new[] { false, true })
        {
            await using var other = await trial.OpenAsync();
            Expect.Equal(
                isReplay,
                (await Desk(other, clock).CommitAsync(id, "k-1", 5, trial.Token)).IsReplay,
                "know whether a reservation was committed before"
            );
        }

        Expect.Equal(2, (await UsageFacts.ListAsync(trial, id)).Count, "store a commit once, beside its reservation");
    }

    private static async Task LastCredits(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        var granted = await trial.RaceAsync(
            12,
            async (number, session) =>
                (await Desk(session, clock).ConsumeAsync(SampleData.Usage(id, $"k{number}", u => u.Credits = 30), trial.Token)).IsGranted
        );
        Expect.Equal(3, granted.Count(g => g), "let three of many have 30 of the last 100 credits");
    }
}
