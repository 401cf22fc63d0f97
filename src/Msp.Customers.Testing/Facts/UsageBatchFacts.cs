using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

// Several entries in one call, all or none, and several callers at once.
internal static class UsageBatchFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Entries of which one key is taken are appended none", NoneForKey),
            Fact("Entries of which one sequence number is taken are appended none", NoneForSequence),
            Fact("Entries of which one customer is not stored are appended none", NoneForUnknown),
            Fact("Entries of which two have the same customer, key and kind are appended none", NoneForKeyTwice),
            Fact("Entries of which two have the same customer and sequence number are appended none", NoneForSequenceTwice),
            Fact("Three thousand entries of several customers are appended all", Batch),
            Fact("An append of nothing is no failure", Nothing),
            Fact("Of many who append the same key at once, one does", OneKey),
            Fact("Of many who take the same sequence number at once, one does", OneSequence),
            Fact("Of many who append batches that share a key, one does, and nothing is left of the others", OneBatch),
            Fact("An append after one that was refused is stored", AfterRefusal),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    private static async Task NoneForKey(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(trial, entry);
        await UsageFacts.RefusedAsync(
            trial,
            entry.Customer,
            "entries of which one key is taken",
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
            "entries of which one sequence number is taken",
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
            "entries of which one customer is not stored",
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
            "entries of which two are the same",
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
            "entries of which two have one key",
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
            "entries of which two have one sequence number",
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
        Expect.Equal(0, (await trial.Usage.FindAsync([], trial.Token)).Count, "find nothing under no keys");
    }

    private static Task OneKey(Trial trial) => OneAsync(trial, (entry, number) => [entry with { Credits = Credits.Of(number) }]);

    private static Task OneSequence(Trial trial) => OneAsync(trial, (entry, number) => [entry with { Key = $"k-{number}", Sequence = 1 }]);

    private static Task OneBatch(Trial trial) =>
        OneAsync(trial, (entry, number) => [entry with { Key = $"a-{number}" }, entry, entry with { Key = $"z-{number}" }]);

    private static async Task OneAsync(Trial trial, Func<UsageEntry, int, UsageEntry[]> batchOf)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        var won = await trial.RaceAsync(12, (number, session) => Trial.UsageOf(session).AppendAsync(batchOf(entry, number), trial.Token));
        Expect.Equal(1, won.Count(w => w), "append the entries of one of many racers, and refuse the rest");
        Expect.Items(
            batchOf(entry, Array.IndexOf(won, true)),
            await UsageFacts.ListAsync(trial, entry.Customer),
            "store the entries of the one whose append succeeded"
        );
    }

    private static async Task AfterRefusal(Trial trial)
    {
        var entry = SampleData.UsageEntry(await UsageFacts.CustomerAsync(trial));
        await UsageFacts.AppendAsync(trial, entry);
        await UsageFacts.RefusedAsync(trial, entry.Customer, "a key that is taken", entry, entry with { Key = "new" });
        await UsageFacts.AppendAsync(trial, entry with { Key = "new" });
        Expect.Equal(
            2,
            (await UsageFacts.ListAsync(trial, entry.Customer)).Count,
            "go on appending after a refusal, and leave nothing of it behind"
        );
    }
}
