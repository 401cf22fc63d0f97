using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

internal static class UsageIsolationFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            IsolationFacts.Fact("Two MSPs can each have usage with the same customer id and key", Usage, ConformanceArea.Usage),
            IsolationFacts.Fact("Usage of a customer that exists only at another MSP is refused", ForeignUsage, ConformanceArea.Usage),
        ];

    private static async Task Usage(Trial trial, StorageSession other)
    {
        var entry = SampleData.UsageEntry((await trial.SavedAsync(IsolationFacts.Customer("Northwind"))).Id) with { Sequence = 1 };
        await other.Customers.AddAsync(IsolationFacts.Customer("Northwind"), trial.Token);
        var theirs = Trial.UsageOf(other);
        await UsageFacts.AppendAsync(trial, entry);
        Expect.Equal(
            0,
            (await theirs.FindAsync([new UsageKey(entry.Customer, entry.Key)], trial.Token)).Count,
            "find no usage of another MSP"
        );
        Expect.Equal(
            (0L, 0),
            (
                (await theirs.ReadAsync(entry.Customer, trial.Token)).LastSequence,
                (await theirs.ReadAsync(entry.Customer, trial.Token)).Days.Length
            ),
            "sum no usage of another MSP"
        );
        Expect.That(
            await theirs.AppendAsync([entry with { Credits = Msp.Customers.Credits.Of(5) }], trial.Token),
            "append the same key and sequence number for each MSP",
            "it was refused"
        );
        await other.Customers.DeleteAsync((await other.Customers.GetByIdAsync(entry.Customer, trial.Token))!, trial.Token);
        Expect.Items(
            [entry],
            await UsageFacts.ListAsync(trial, entry.Customer),
            "keep the usage when another MSP deletes its customer with the same id"
        );
    }

    private static async Task ForeignUsage(Trial trial, StorageSession other)
    {
        var entry = SampleData.UsageEntry((await trial.SavedAsync(IsolationFacts.Customer("Northwind"))).Id);
        Expect.That(
            !await Trial.UsageOf(other).AppendAsync([entry], trial.Token),
            "refuse usage of a customer that exists only at another MSP",
            "it was appended"
        );
        Expect.Items([], await UsageFacts.ListAsync(trial, entry.Customer), "store no usage for a customer of another MSP");
    }
}
