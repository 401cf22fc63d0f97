using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Testing;

// Posting and reservations of the library on a usage store, each in a separate session.
internal static class PostingFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Posting the same usage again is a replay and stores nothing", Replay),
            Fact("Posting a key again with different content is refused and stores nothing", Conflict),
            Fact("Posting a batch in which one item is refused stores nothing", AllOrNothing),
            Fact("Usage is reversed only once", Reversal),
            Fact("Usage on a closed date is refused", ClosedDate),
            Fact("Concurrent posts of the same batches store each item once", ConcurrentPosts),
            Fact("Reserved credits are not granted to others until they are committed, released or timed out", Reservations),
            Fact("Credits of a reservation that timed out on one clock but not on another are granted once", Clocks),
            Fact("Voided credits are subtracted from the remaining credits and are not granted", Voids),
            Fact("A repeated commit is a replay", Committed),
            Fact("Concurrent requests for the last credits are granted no more than the remaining credits", LastCredits),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static UsageLedger Ledger(StorageSession session, TestClock clock) =>
        new(session.Customers, Trial.UsageOf(session), new BusinessCalendar(clock), new UsageOptions());

    private static CreditReservations ReservationsOf(StorageSession session, TestClock clock) =>
        new(session.Customers, Trial.UsageOf(session), new BusinessCalendar(clock), CustomerTerms.Default, new UsageOptions());

    private static async Task<IReadOnlyList<UsageReceipt>> PostAsync(Trial trial, params UsageDraft[] usage)
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
            SampleData.Usage(
                id,
                "k-2",
                u => (u.Date, u.OccurredAt) = (null, Instant.FromUtc(2026, 3, 2, 12, 0) + Duration.FromNanoseconds(1))
            ),
        ];
        foreach (var isReplay in new[] { false, true, true })
        {
            var receipts = await PostAsync(trial, usage);
            Expect.Items(
                [(1.5m, isReplay), (1, isReplay)],
                receipts.Select(r => (r.Credits.Amount, r.IsReplay)),
                "return the same receipts for the same keys, and report a replay"
            );
        }

        Expect.Equal(2, (await UsageFacts.ListAsync(trial, id)).Count, "store usage that is posted again once");
    }

    private static async Task Conflict(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await PostAsync(trial, SampleData.Usage(id));
        await Expect.ThrowsAsync<RuleViolationException>(
            "refuse a key with different content",
            () => PostAsync(trial, SampleData.Usage(id, "new"), SampleData.Usage(id, "k-1", u => u.Credits = 2))
        );
        Expect.Items(
            [Credits.Of(1)],
            (await UsageFacts.ListAsync(trial, id)).Select(e => e.Credits),
            "keep the usage that was posted first, and store nothing of the refused batch"
        );
    }

    private static async Task AllOrNothing(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await Expect.ThrowsAsync<RuleViolationException>(
            "refuse a batch in which one item is refused",
            () => PostAsync(trial, SampleData.Usage(id), SampleData.Usage(new CustomerId("unknown")))
        );
        Expect.Items([], await UsageFacts.ListAsync(trial, id), "store nothing of a refused batch");
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
                (await Ledger(session, new TestClock()).ReverseAsync(id, "k-1", trial.Token)).IsReplay,
                "report whether usage was reversed before"
            );
        }

        Expect.Items(
            [UsageEntryKind.Usage, UsageEntryKind.Reversal, UsageEntryKind.Usage],
            (await UsageFacts.ListAsync(trial, id)).Select(e => e.Kind),
            "store a reversal once, in addition to the usage"
        );
    }

    private static async Task ClosedDate(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        await trial.EditAsync(id, c => c.CloseUsageThrough(SampleData.Today));
        await Expect.ThrowsAsync<RuleViolationException>(
            "return the closed usage date for UsageTermsById, so that usage on that date is refused",
            () => PostAsync(trial, SampleData.Usage(id))
        );
        await PostAsync(trial, SampleData.Usage(id, "k-2", u => u.Date = SampleData.Today.PlusDays(1)));
    }

    private static async Task ConcurrentPosts(Trial trial)
    {
        var id = await UsageFacts.CustomerAsync(trial);
        var receipts = await trial.RunConcurrentlyAsync(
            12,
            async (number, session) =>
            {
                // Three callers post each batch, each of them starting at a different item.
                var batch = Enumerable.Range(0, 4).Select(n => SampleData.Usage(id, $"k{number / 3}-{(n + number) % 4}")).ToList();
                return await Ledger(session, new TestClock()).PostAsync(batch, trial.Token);
            }
        );
        Expect.Equal(
            (16, 16),
            ((await UsageFacts.ListAsync(trial, id)).Count, receipts.SelectMany(r => r).Count(r => !r.IsReplay)),
            "store each item of concurrent batches once, and report it once as new"
        );
    }

    private static async Task Reservations(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await using var session = await trial.OpenAsync();
        var reservations = ReservationsOf(session, clock);
        async Task ExpectRemainingAsync(decimal credits, string when)
        {
            await using var other = await trial.OpenAsync();
            var (all, tooMany) = (Credits.Of(credits), Credits.Of(credits + 0.000001m));
            Expect.Equal(
                (true, false),
                (
                    (await ReservationsOf(other, clock).CheckAsync(id, SampleData.Today, all, trial.Token)).IsGranted,
                    (await ReservationsOf(other, clock).CheckAsync(id, SampleData.Today, tooMany, trial.Token)).IsGranted
                ),
                $"grant {credits} of 100 credits {when}"
            );
        }

        await reservations.ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 60), Duration.FromHours(1), trial.Token);
        await reservations.ReserveAsync(SampleData.Usage(id, "k-2", u => u.Credits = 30), Duration.FromHours(2), trial.Token);
        await ExpectRemainingAsync(10, "with two reservations");
        await reservations.CommitAsync(id, "k-1", 20, trial.Token);
        await ExpectRemainingAsync(50, "after a commit of 20 of 60 credits");
        await reservations.ReleaseAsync(id, "k-2", trial.Token);
        await ExpectRemainingAsync(80, "after the release of a reservation");
        await reservations.ReserveAsync(SampleData.Usage(id, "k-3", u => u.Credits = 80), Duration.FromHours(1), trial.Token);
        clock.Advance(Duration.FromHours(1) - Duration.FromTicks(10));
        await ExpectRemainingAsync(0, "just before a reservation times out");
        clock.Advance(Duration.FromTicks(10));
        await ExpectRemainingAsync(80, "after a reservation timed out");
    }

    private static async Task Clocks(Trial trial)
    {
        var (id, behind) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        var ahead = new TestClock(behind.Now + Duration.FromHours(1));
        await using var one = await trial.OpenAsync();
        await using var other = await trial.OpenAsync();
        await ReservationsOf(one, behind)
            .ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 100), Duration.FromSeconds(1), trial.Token);
        var taken = await ReservationsOf(other, ahead).ConsumeAsync(SampleData.Usage(id, "k-2", u => u.Credits = 100), trial.Token);
        Expect.That(taken.IsGranted, "list a reservation that timed out, so that its credits are granted again", "it was refused");
        await Expect.ThrowsAsync<RuleViolationException>(
            "list a reservation that timed out, so that its commit on another clock is refused after its credits are granted",
            () => ReservationsOf(one, behind).CommitAsync(id, "k-1", cancellationToken: trial.Token)
        );
    }

    private static async Task Voids(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await PostAsync(trial, SampleData.Usage(id, "k-1", u => u.Credits = 30));
        foreach (var isReplay in new[] { false, true })
        {
            await using var session = await trial.OpenAsync();
            var receipt = await Ledger(session, clock).VoidAsync(SampleData.Usage(id, "k-2", u => u.Credits = 60), trial.Token);
            Expect.Equal((60m, isReplay), (receipt.Credits.Amount, receipt.IsReplay), "void the remaining credits once for each key");
        }

        await using var other = await trial.OpenAsync();
        var balance = await new CustomerCredits(
            other.Customers,
            Trial.UsageOf(other),
            new BusinessCalendar(clock),
            CustomerTerms.Default,
            new UsageOptions()
        ).BalanceAsync(id, cancellationToken: trial.Token);
        Expect.Equal((30m, 60m, 10m), (balance!.Used, balance.Totals.Voided, balance.Totals.Remaining), "sum voids separately from usage");
        Expect.Equal(
            (true, false),
            (
                (await ReservationsOf(other, clock).CheckAsync(id, SampleData.Today, Credits.Of(10), trial.Token)).IsGranted,
                (await ReservationsOf(other, clock).CheckAsync(id, SampleData.Today, Credits.Of(11), trial.Token)).IsGranted
            ),
            "grant only credits that are not voided"
        );
    }

    private static async Task Committed(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        await using var session = await trial.OpenAsync();
        await ReservationsOf(session, clock)
            .ReserveAsync(SampleData.Usage(id, "k-1", u => u.Credits = 10), Duration.FromHours(1), trial.Token);
        foreach (var isReplay in new[] { false, true })
        {
            await using var other = await trial.OpenAsync();
            Expect.Equal(
                isReplay,
                (await ReservationsOf(other, clock).CommitAsync(id, "k-1", 5, trial.Token)).IsReplay,
                "report whether a reservation was committed before"
            );
        }

        Expect.Equal(2, (await UsageFacts.ListAsync(trial, id)).Count, "store a commit once, in addition to its reservation");
    }

    private static async Task LastCredits(Trial trial)
    {
        var (id, clock) = (await UsageFacts.CustomerAsync(trial), new TestClock());
        var granted = await trial.RunConcurrentlyAsync(
            12,
            async (number, session) =>
            {
                var usage = SampleData.Usage(id, $"k{number}", u => u.Credits = 30);
                return (await ReservationsOf(session, clock).ConsumeAsync(usage, trial.Token)).IsGranted;
            }
        );
        Expect.Equal(3, granted.Count(g => g), "grant 30 of the last 100 credits this number of times");
    }
}
