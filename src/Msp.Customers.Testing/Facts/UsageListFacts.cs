using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Testing;

// Lists of entries, and generated entries in all reads.
internal static class UsageListFacts
{
    private static readonly Instant Noon = SampleData.Today.At(LocalTime.Noon).InUtc().ToInstant();

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Entries are listed in order of date, then of key by code point, then of kind", InOrder),
            Fact("A list of a period contains its first and last date, and a list of an open period all later dates", Periods),
            Fact("A key or customer id that cannot be stored finds nothing", Unstorable),
            Fact("Generated usage is listed and summed as by the in-memory store", Generated),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static async Task InOrder(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        UsageEntry[] inOrder =
        [
            entry with
            {
                Key = "z",
                Date = SampleData.Today.PlusDays(-1),
            },
            .. new[] { "10", "9", "B" }.Select(key => entry with { Key = key }),
            entry with
            {
                Key = "a",
            },
            entry with
            {
                Key = "a",
                Kind = UsageEntryKind.Reversal,
            },
            entry with
            {
                Key = "a",
                Kind = UsageEntryKind.Reservation,
                HeldUntil = Noon,
            },
            .. new[] { "b", "\u00E4", "\uFFFD", "\U0001F600" }.Select(key => entry with { Key = key }),
            entry with
            {
                Key = "0",
                Date = SampleData.Today.PlusDays(1),
            },
        ];
        await UsageFacts.AppendAsync(trial, [.. inOrder.Reverse()]);
        Expect.Items(
            inOrder,
            await UsageFacts.ListAsync(trial, entry.Customer),
            "list entries in order of date, key by code point and kind"
        );
    }

    private static async Task Unstorable(Trial trial)
    {
        // U+FFFD is the replacement character that a driver may write for an unpaired surrogate.
        var entry = SampleData.UsageEntry((await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "\uFFFD"))).Id);
        await UsageFacts.AppendAsync(trial, entry, entry with { Key = "\uFFFD" });
        var noOne = CustomerId.FromStored("\uD83D");
        UsageKey[] keys = [new(entry.Customer, "k-1\0"), new(entry.Customer, "\uD83D"), new(noOne, "k-1"), new(entry.Customer, "k-1")];
        Expect.Items([entry], await trial.Usage.FindAsync(keys, trial.Token), "find nothing under a key that cannot be stored");
        foreach (var customer in new[] { noOne, CustomerId.FromStored("\uFFFD\0") })
        {
            const string Nothing = "read nothing for a customer id that cannot be stored";
            Expect.Equal(0, (await trial.Usage.ReadAsync(customer, trial.Token)).Days.Length, Nothing);
            await foreach (var _ in trial.Usage.ListAsync(customer, new EffectivePeriod(entry.Date, entry.Date), trial.Token))
            {
                Expect.That(false, Nothing, "an entry");
            }
        }
    }

    private static async Task Periods(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(
            trial,
            [
                .. Enumerable.Range(0, 5).Select(n => entry with { Key = $"k{n}", Date = SampleData.Today.PlusDays(n) }),
                entry with
                {
                    Key = "last",
                    Date = SupportedDates.Last,
                },
            ]
        );
        var listed = await UsageFacts.ListAsync(
            trial,
            entry.Customer,
            new EffectivePeriod(SampleData.Today.PlusDays(1), SampleData.Today.PlusDays(3))
        );
        Expect.Items(["k1", "k2", "k3"], listed.Select(e => e.Key), "list the entries from the first to the last date of a period");
        listed = await UsageFacts.ListAsync(trial, entry.Customer, new EffectivePeriod(SampleData.Today.PlusDays(4)));
        Expect.Items(["k4", "last"], listed.Select(e => e.Key), "list all entries from the first date of an open period");
    }

    private static async Task Generated(Trial trial)
    {
        var (generated, customers) = (new GeneratedData(12), new Msp.Customers.Storage.InMemoryCustomerStore());
        var memory = new InMemoryUsageStore(customers);
        CustomerId[] ids =
        [
            await UsageFacts.CustomerAsync(trial, "c-1"),
            await UsageFacts.CustomerAsync(trial, "C-1"),
            await UsageFacts.CustomerAsync(trial, "\U0001F600"),
        ];
        foreach (var id in ids)
        {
            await customers.AddAsync((await trial.FindAsync(id))!, trial.Token);
        }

        for (var n = 0; n < 60; n++)
        {
            UsageEntry[] batch =
            [
                .. Enumerable
                    .Range(0, generated.Number(4))
                    .Select(_ => Entry(generated, generated.OneOf(ids)))
                    .DistinctBy(e => (e.Customer, e.Key, e.Kind))
                    .DistinctBy(e => (e.Customer, e.Sequence)),
            ];
            Expect.Equal(
                await memory.AppendAsync(batch, trial.Token),
                await trial.Usage.AppendAsync(batch, trial.Token),
                "append and refuse generated entries as the in-memory store does"
            );
        }

        foreach (var id in ids)
        {
            Expect.Items(
                await memory.ListAsync(id, new EffectivePeriod(SupportedDates.First), trial.Token).ToListAsync(trial.Token),
                await UsageFacts.ListAsync(trial, id),
                "list the same generated entries as the in-memory store"
            );
            var (read, expected) = (await trial.Usage.ReadAsync(id, trial.Token), await memory.ReadAsync(id, trial.Token));
            Expect.Items(expected.Days, read.Days, "return the same sums of generated usage as the in-memory store");
            Expect.Items(
                expected.Reservations.OrderBy(h => h.Key, StringComparer.Ordinal),
                read.Reservations.OrderBy(h => h.Key, StringComparer.Ordinal),
                "return the same generated reservations as the in-memory store"
            );
            Expect.Equal(expected.LastSequence, read.LastSequence, "return the same last sequence number as the in-memory store");
        }
    }

    // The credits of a generated void do not exceed those of a generated usage entry, because the sum of a day must not be negative.
    private static UsageEntry Entry(GeneratedData generated, CustomerId customer)
    {
        var kind = generated.OneOf(UsageEntryKind.Usage, UsageEntryKind.Usage, UsageEntryKind.Reservation, UsageEntryKind.Void);
        return SampleData.UsageEntry(customer, generated.OneOf("a", "A", "\uFFFD", "\U0001F600", "e\u0301", "\u00E9", "'--", "b")) with
        {
            Kind = kind,
            Date = generated.Date(),
            Credits = Credits.FromMicros(generated.Number(5_000_000)),
            HeldUntil = kind == UsageEntryKind.Reservation ? Noon + Duration.FromHours(generated.Number(3) - 1) : null,
            Sequence = generated.Chance(50) ? 1 + generated.Number(40) : null,
        };
    }
}
