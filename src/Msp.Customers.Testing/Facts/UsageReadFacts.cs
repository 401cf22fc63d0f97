using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Testing;

// FindAsync and ReadAsync.
internal static class UsageReadFacts
{
    private static readonly Instant Noon = SampleData.Today.At(LocalTime.Noon).InUtc().ToInstant();

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A customer without usage and an unknown customer have no entries and no sums", None),
            Fact("FindAsync returns the entries of exactly the requested pairs of customer and key", Pairs),
            Fact("Usage is summed by date, without reversed usage", Sums),
            Fact("Sums beyond 64 bits and beyond the largest amount of credits are exact", LargeSums),
            Fact("The sum of thousands of small amounts is exact", SmallSums),
            Fact("The last sequence number is the highest one of all kinds", LastSequence),
            Fact("A reservation without usage is listed, also after it timed out", Listed),
            Fact("Voids are summed by date, separately from usage and after it", Voids),
            Fact("A committed or released reservation is not listed", Ended),
            Fact("Reservations are not summed as usage", NotUsage),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static async Task None(Trial trial)
    {
        foreach (var id in new[] { await UsageFacts.CustomerAsync(trial), new CustomerId("unknown") })
        {
            var read = await trial.Usage.ReadAsync(id, trial.Token);
            Expect.Equal(
                (0L, 0, 0),
                (read.LastSequence, read.Days.Length, read.Reservations.Count),
                "return no sequence number, no sums and no reservations without usage"
            );
            Expect.Items([], await UsageFacts.ListAsync(trial, id), "list no entries without usage");
            Expect.Equal(0, (await trial.Usage.FindAsync([new UsageKey(id, "k-1")], trial.Token)).Count, "find no entries without usage");
        }
    }

    private static async Task Pairs(Trial trial)
    {
        var (a, b) = (
            SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial, "a")),
            SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial, "b"))
        );
        await UsageFacts.AppendAsync(trial, a, a with { Key = "k-2" }, b, b with { Key = "k-2" });
        var found = await trial.Usage.FindAsync(
            [new UsageKey(a.Customer, "k-1"), new UsageKey(b.Customer, "k-2"), new UsageKey(b.Customer, "k-3")],
            trial.Token
        );
        Expect.Items(
            [a, b with { Key = "k-2" }],
            found.OrderBy(e => e.Customer),
            "find the entries of exactly the requested pairs of customer and key"
        );
    }

    private static async Task Sums(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(
            trial,
            entry with
            {
                Date = SampleData.Today.PlusDays(2),
                Credits = Credits.Of(1.5m),
            },
            entry with
            {
                Key = "k-2",
                Credits = Credits.Of(2.25m),
            },
            entry with
            {
                Key = "k-3",
                Credits = Credits.Of(0.000001m),
            },
            entry with
            {
                Key = "k-4",
                Date = SampleData.Today.PlusDays(1),
                Credits = Credits.Of(9),
            },
            entry with
            {
                Key = "k-4",
                Kind = UsageEntryKind.Reversal,
                Date = SampleData.Today.PlusDays(1),
                Credits = Credits.Of(9),
            },
            entry with
            {
                Key = "k-2",
                Kind = UsageEntryKind.Reversal,
                Credits = Credits.Of(2.25m),
            },
            entry with
            {
                Key = "k-5",
                Date = SampleData.Today.PlusDays(-1),
                Credits = Credits.Zero,
            }
        );
        Expect.Items(
            [new DailyUsage(SampleData.Today, Credits.Of(0.000001m)), new DailyUsage(SampleData.Today.PlusDays(2), Credits.Of(1.5m))],
            (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).Days,
            "sum usage by date without reversed usage, in order of date and without dates of zero usage"
        );
    }

    private static async Task LargeSums(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(
            trial,
            [
                .. Enumerable.Range(0, 25).Select(n => entry with { Key = $"k{n}", Credits = Credits.Max }),
                entry with
                {
                    Credits = Credits.FromMicros(1),
                },
            ]
        );
        var days = (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).Days;
        Expect.Equal(
            ((Int128)Credits.Max.Micros * 25) + 1,
            days.Aggregate(Int128.Zero, (sum, d) => sum + d.Credits.Micros),
            "sum any amount of usage of a date exactly"
        );
    }

    private static async Task SmallSums(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(
            trial,
            [.. Enumerable.Range(0, 3_000).Select(n => entry with { Key = $"k{n}", Credits = Credits.Of(0.100001m) })]
        );
        Expect.Items(
            [new DailyUsage(SampleData.Today, Credits.Of(300.003m))],
            (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).Days,
            "sum fractions of credits exactly"
        );
    }

    private static async Task LastSequence(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(
            trial,
            entry with
            {
                Sequence = 9,
            },
            entry with
            {
                Key = "k-2",
                Sequence = 10,
                Kind = UsageEntryKind.Reservation,
                HeldUntil = Noon,
            },
            entry with
            {
                Key = "k-3",
            }
        );
        Expect.Equal(
            10,
            (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).LastSequence,
            "return the highest sequence number, compared as a number"
        );
    }

    // The clocks of processes differ. The library, and not the store, decides which reservation has timed out.
    private static async Task Listed(Trial trial)
    {
        var reserved = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial)) with
        {
            Kind = UsageEntryKind.Reservation,
            HeldUntil = Noon,
            Sequence = 1,
        };
        UsageEntry[] all =
        [
            reserved,
            reserved with
            {
                Key = "k-2",
                HeldUntil = Instant.FromUtc(1990, 1, 1, 0, 0),
                Sequence = 2,
            },
            reserved with
            {
                Key = "k-3",
                HeldUntil = Instant.FromUtc(2190, 1, 1, 0, 0),
                Sequence = 3,
            },
        ];
        await UsageFacts.AppendAsync(trial, all);
        Expect.Items(
            all,
            (await trial.Usage.ReadAsync(reserved.Customer, trial.Token)).Reservations.OrderBy(r => r.Sequence),
            "list every reservation without usage under its key, also after it timed out"
        );
    }

    private static async Task Voids(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        var voided = entry with { Kind = UsageEntryKind.Void, Credits = Credits.Of(2) };
        await UsageFacts.AppendAsync(
            trial,
            voided with
            {
                Key = "k-2",
                Sequence = 1,
            },
            entry,
            voided with
            {
                Key = "k-3",
                Credits = Credits.Of(0.5m),
            },
            voided with
            {
                Key = "k-4",
                Date = SampleData.Today.PlusDays(-1),
            },
            entry with
            {
                Key = "k-5",
                Credits = Credits.Of(6),
            }
        );
        Expect.Items(
            [
                new DailyUsage(SampleData.Today.PlusDays(-1), Credits.Of(2), IsVoid: true),
                new DailyUsage(SampleData.Today, Credits.Of(7)),
                new DailyUsage(SampleData.Today, Credits.Of(2.5m), IsVoid: true),
            ],
            (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).Days,
            "sum voids by date, separately from the usage of the date and after it"
        );
    }

    private static async Task Ended(Trial trial)
    {
        var held = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial)) with
        {
            Kind = UsageEntryKind.Reservation,
            HeldUntil = Noon,
        };
        await UsageFacts.AppendAsync(trial, held, held with { Key = "k-2" }, held with { Key = "k-3" });
        await UsageFacts.AppendAsync(
            trial,
            held with
            {
                Kind = UsageEntryKind.Usage,
                HeldUntil = null,
            },
            held with
            {
                Key = "k-2",
                Kind = UsageEntryKind.Usage,
                HeldUntil = null,
                Credits = Credits.Zero,
            }
        );
        Expect.Items(
            ["k-3"],
            (await trial.Usage.ReadAsync(held.Customer, trial.Token)).Reservations.Select(h => h.Key),
            "list no reservation under a key with usage, including usage of zero credits"
        );
    }

    private static async Task NotUsage(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(trial, entry, entry with { Key = "k-2", Kind = UsageEntryKind.Reservation, HeldUntil = Noon });
        Expect.Items(
            [new DailyUsage(SampleData.Today, Credits.Of(1))],
            (await trial.Usage.ReadAsync(entry.Customer, trial.Token)).Days,
            "sum usage without reservations"
        );
    }
}
