using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

// Several entries in one call, and several callers at the same time.
internal static class UsageBatchFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A batch with a key that is already used is refused, and none of its entries is stored", NoneForKey),
            Fact("A batch with a sequence number that is already used is refused, and none of its entries is stored", NoneForSequence),
            Fact("A batch with a customer that is not stored is refused, and none of its entries is stored", NoneForUnknown),
            Fact("A batch with the same customer, key and kind twice is refused, and none of its entries is stored", NoneForKeyTwice),
            Fact(
                "A batch with the same customer and sequence number twice is refused, and none of its entries is stored",
                NoneForSequenceTwice
            ),
            Fact("Three thousand entries of several customers are appended in one call", Batch),
            Fact("An empty batch is appended without an error", Nothing),
            Fact("Of many concurrent appends of the same key, one succeeds", OneKey),
            Fact("Of many concurrent appends of the same sequence number, one succeeds", OneSequence),
            Fact("Of many concurrent batches with a common key, one is stored and nothing of the others", OneBatch),
            Fact("An append after a refused append is stored", AfterRefusal),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static async Task NoneForKey(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(trial, entry);
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with a key that is already used",
            entry with
            {
                Key = "new",
            },
            entry,
            entry with
            {
                Key = "last",
            }
        );
    }

    private static async Task NoneForSequence(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial)) with { Sequence = 1 };
        await UsageFacts.AppendAsync(trial, entry);
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with a sequence number that is already used",
            entry with
            {
                Key = "new",
                Sequence = null,
            },
            entry with
            {
                Key = "late",
                Sequence = 1,
            }
        );
    }

    private static async Task NoneForUnknown(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with a customer that is not stored",
            entry,
            entry with
            {
                Customer = new CustomerId("unknown"),
            }
        );
    }

    private static async Task NoneForKeyTwice(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with the same entry twice",
            entry with
            {
                Key = "first",
            },
            entry,
            entry
        );
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with the same key twice",
            entry,
            entry with
            {
                Key = "other",
            },
            entry with
            {
                Credits = Credits.Of(2),
            }
        );
        await UsageFacts.AppendAsync(
            trial,
            entry,
            entry with
            {
                Kind = UsageEntryKind.Reversal,
            },
            entry with
            {
                Customer = await UsageFacts.CustomerAsync(trial, "c-2"),
            }
        );
    }

    private static async Task NoneForSequenceTwice(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial)) with { Sequence = 1 };
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "a batch with the same sequence number twice",
            entry,
            entry with
            {
                Key = "other",
            }
        );
        await UsageFacts.AppendAsync(
            trial,
            entry,
            entry with
            {
                Key = "other",
                Sequence = 2,
            },
            entry with
            {
                Customer = await UsageFacts.CustomerAsync(trial, "c-2"),
            }
        );
    }

    private static async Task Batch(Trial trial)
    {
        CustomerId[] ids =
        [
            await UsageFacts.CustomerAsync(trial, "a"),
            await UsageFacts.CustomerAsync(trial, "b"),
            await UsageFacts.CustomerAsync(trial, "c"),
        ];
        var entries = Enumerable
            .Range(0, 3_000)
            .Select(n =>
                SampleData.UsageEntry(ids[n % 3], $"k{n / 3}") with
                {
                    Date = SampleData.Today.PlusDays(n % 50),
                    Credits = Credits.Of(n),
                }
            )
            .ToArray();
        await UsageFacts.AppendAsync(trial, entries);
        var found = await trial.Usage.FindAsync([.. entries.Select(e => new UsageKey(e.Customer, e.Key))], trial.Token);
        Expect.Items(UsageFacts.InAnyOrder(entries), UsageFacts.InAnyOrder(found), "find each of three thousand entries by its key");
        Expect.Equal(entries.Length, found.Count, "find each entry once");
    }

    private static async Task Nothing(Trial trial)
    {
        await UsageFacts.AppendAsync(trial);
        Expect.Equal(0, (await trial.Usage.FindAsync([], trial.Token)).Count, "find nothing without keys");
    }

    private static Task OneKey(Trial trial) => OneAsync(trial, (entry, number) => [entry with { Credits = Credits.Of(number) }]);

    private static Task OneSequence(Trial trial) => OneAsync(trial, (entry, number) => [entry with { Key = $"k-{number}", Sequence = 1 }]);

    private static Task OneBatch(Trial trial) =>
        OneAsync(trial, (entry, number) => [entry with { Key = $"a-{number}" }, entry, entry with { Key = $"z-{number}" }]);

    private static async Task OneAsync(Trial trial, Func<UsageEntry, int, UsageEntry[]> batchOf)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        var stored = await trial.RunConcurrentlyAsync(
            12,
            (number, session) => Trial.UsageOf(session).AppendAsync(batchOf(entry, number), trial.Token)
        );
        Expect.Equal(1, stored.Count(w => w), "store one of many concurrent batches, and refuse the others");
        Expect.Items(
            batchOf(entry, Array.IndexOf(stored, true)),
            await UsageFacts.ListAsync(trial, entry.Customer),
            "store the entries of the batch that is reported as stored"
        );
    }

    private static async Task AfterRefusal(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(trial, entry);
        await UsageFacts.RefusedAsync(trial, entry.Customer, "a key that is already used", entry, entry with { Key = "new" });
        await UsageFacts.AppendAsync(trial, entry with { Key = "new" });
        Expect.Equal(
            2,
            (await UsageFacts.ListAsync(trial, entry.Customer)).Count,
            "append an entry after a refused batch, and store nothing of the refused batch"
        );
    }
}
