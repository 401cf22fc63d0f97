using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// Entries are pending until they are marked as delivered.
internal static class ChangeDeliveryFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Each change waits to be delivered until it is marked, and no longer", UntilMarked),
            Fact(
                "Changes of one customer are pending in the order in which they were made, and at most as many as requested are returned",
                InOrder
            ),
            Fact("What is delivered stays listed", StaysListed),
            Fact("An entry that is gone or was marked before is passed over", PassedOver),
            Fact("A deletion waits to be delivered, and no longer what was noted of the customer before", Deletion),
            Fact("Of a customer that is deleted and stored again, the deletion is delivered first", StoredAgain),
            Fact("More changes than fit in one batch are all delivered, each once", Many),
            Fact("Changes are read on behind an entry, each once and in order, whether it was marked since or not", ReadOn),
            Fact("Where the entry is gone behind which changes are read on, none of those that wait is left out", Gone),
            Fact("A delivery that fails for some tries each of them once, and delivers all others", Failing),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    private static async Task UntilMarked(Trial trial)
    {
        await CustomerListFacts.ThreeAsync(trial);
        await trial.SavedAsync(SampleData.Plan());
        var waiting = await WaitingAsync(trial);
        Expect.Items(
            ["A", "B", "C", "gold"],
            waiting.Select(e => e.SubjectId).Order(StringComparer.Ordinal),
            "let each change wait to be delivered"
        );
        await MarkAsync(trial, waiting[1], waiting[3]);
        Expect.Items(
            new[] { waiting[0], waiting[2] }.Select(e => e.Id).Order(),
            (await WaitingAsync(trial)).Select(e => e.Id).Order(),
            "let a change wait no longer when it is marked, and the others still"
        );
        await trial.EditAsync(new CustomerId(waiting.First(e => e.Subject == ChangeSubject.Customer).SubjectId), c => c.RemoveContact(2));
        Expect.Equal(3, (await WaitingAsync(trial)).Count, "let the next change wait");
    }

    private static async Task InOrder(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        for (var n = 0; n < 5; n++)
        {
            await trial.EditAsync(id, c => c.AddContact(SampleData.Contact($"p{n}")));
        }

        for (var version = 1; version <= 6; version++)
        {
            var waiting = await trial.Changes.ListPendingAsync(2, cancellationToken: trial.Token);
            Expect.Items(
                new long[] { version, version + 1 }.Where(v => v <= 6),
                waiting.Select(e => e.Version),
                "tell the earliest changes first, as many as asked for"
            );
            await MarkAsync(trial, waiting[0]);
        }
    }

    private static async Task StaysListed(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        await MarkAsync(trial, [.. await WaitingAsync(trial)]);
        Expect.Equal(0, (await WaitingAsync(trial)).Count, "let nothing wait that is marked");
        await ChangeFacts.NotedAsync(trial, "also what was delivered", ChangeFacts.Context(null, null).Entry(null, customer.ToSnapshot()));
    }

    private static async Task PassedOver(Trial trial)
    {
        var (customer, other) = (await trial.SavedAsync(SampleData.Customer()), await trial.SavedAsync(SampleData.Customer("Southwind")));
        var waiting = (await WaitingAsync(trial)).Single(e => e.SubjectId == customer.Id.Value);
        await trial.Customers.DeleteAsync(customer, trial.Token);
        await MarkAsync(trial);
        await trial.Changes.MarkDeliveredAsync([waiting.Id, Guid.Empty, waiting.Id], trial.Token);
        var left = await WaitingAsync(trial);
        Expect.Items(
            new[] { customer.Id.Value, other.Id.Value }.Order(StringComparer.Ordinal),
            left.Select(e => e.SubjectId).Order(StringComparer.Ordinal),
            "pass over what is marked and is gone"
        );
        await MarkAsync(trial, left[0]);
        await MarkAsync(trial, [.. left]);
        Expect.Equal(0, (await WaitingAsync(trial)).Count, "mark what was not marked before beside what was");
    }

    private static async Task Deletion(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await MarkAsync(trial, [.. await WaitingAsync(trial)]);
        await trial.EditAsync(id, c => c.RemoveContact(2));
        await trial.Customers.DeleteAsync((await trial.FindAsync(id))!, trial.Token);
        Expect.Items(
            [(ChangeKind.Deleted, 3L)],
            (await WaitingAsync(trial)).Select(e => (e.Kind, e.Version)),
            "tell of a deleted customer the deletion only"
        );
    }

    private static async Task StoredAgain(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        await trial.Customers.DeleteAsync(customer, trial.Token);
        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.Id = "c-1"));
        await trial.EditAsync(customer.Id, c => c.RemoveContact(2));
        (ChangeKind, long)[] expected = [(ChangeKind.Deleted, 2L), (ChangeKind.Added, 1L), (ChangeKind.Changed, 2L)];
        Expect.Items(
            expected,
            (await WaitingAsync(trial)).Select(e => (e.Kind, e.Version)),
            "tell a deletion before what was stored under the same id afterwards"
        );
        Expect.Items(
            expected,
            (await ChangeFacts.ListAsync(trial, customer.Id)).Select(e => (e.Kind, e.Version)),
            "list a deletion before what was stored under the same id afterwards"
        );
    }

    private static async Task Many(Trial trial)
    {
        var plans = Enumerable.Range(0, 150).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var subscriber = new Subscriber();
        Expect.Equal((150, 0), (await DeliverAsync(), await DeliverAsync()), "deliver all that waits, and nothing twice");
        Expect.Items(
            plans.Select(p => p.Id.Value).Order(StringComparer.Ordinal),
            subscriber.Delivered.Order(StringComparer.Ordinal),
            "tell each change once"
        );
        Task<int> DeliverAsync() => new ChangeDelivery(trial.Changes, [subscriber]).DeliverAsync(trial.Token);
    }

    private static async Task ReadOn(Trial trial)
    {
        await ElevenAsync(trial);
        var (waiting, read) = (await WaitingAsync(trial), new List<Guid>());
        ChangeEntry? last = null;
        for (var page = 0; page < 6; page++)
        {
            var entries = await trial.Changes.ListPendingAsync(2, last, trial.Token);
            read.AddRange(entries.Select(e => e.Id));
            last = entries.Count > 0 ? entries[^1] : last;
            await MarkAsync(trial, page % 2 == 0 ? [.. entries] : []);
        }

        Expect.Items(waiting.Select(e => e.Id), read, "read all changes that wait, two at a time, each once");
        Expect.Equal(0, (await trial.Changes.ListPendingAsync(2, last, trial.Token)).Count, "read nothing behind the last");
    }

    private static async Task Gone(Trial trial)
    {
        await ElevenAsync(trial);
        var waiting = await WaitingAsync(trial);
        var last = waiting[4];
        await trial.Plans.DeleteAsync((await trial.FindAsync(new PlanId(last.SubjectId)))!, trial.Token);
        var expected = waiting.Skip(5).Where(e => e.SubjectId != last.SubjectId).Select(e => e.Id).ToList();
        var read = new List<Guid>();
        while (await trial.Changes.ListPendingAsync(100, last, trial.Token) is { Count: > 0 } entries && read.Count < 1_000)
        {
            read.AddRange(entries.Select(e => e.Id));
            last = entries[^1];
        }

        Expect.Items(expected, read.Where(expected.Contains).Distinct(), "read all that waits behind where the entry stood");
    }

    // More entries than one batch. The delivery of every other entry fails.
    private static async Task Failing(Trial trial)
    {
        var plans = Enumerable.Range(0, 240).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var (even, subscriber) = (plans.Where((_, n) => n % 2 == 0).Select(p => p.Id.Value).ToHashSet(), new Subscriber());
        subscriber.Fails = even.Contains;
        await Expect.ThrowsAsync<AggregateException>("let a delivery end in which a subscriber fails", DeliverAsync);
        Expect.Items(
            plans.Select(p => p.Id.Value).Order(StringComparer.Ordinal),
            subscriber.Delivered.Order(StringComparer.Ordinal),
            "have each change tried once, also beside those that fail"
        );
        subscriber.Fails = _ => false;
        Expect.Equal(even.Count, await DeliverAsync(), "deliver what failed, and nothing else, the next time");
        Task<int> DeliverAsync() => new ChangeDelivery(trial.Changes, [subscriber]).DeliverAsync(trial.Token);
    }

    // Ten plans are added and one of them is changed.
    private static async Task ElevenAsync(Trial trial)
    {
        var plans = Enumerable.Range(0, 10).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var draft = plans[3].ToDraft();
        draft.Features.Add("M365");
        plans[3].Edit(draft);
        await trial.Plans.UpdateAsync(plans[3], trial.Token);
    }

    // Reads in a new session, as another process does.
    private static async Task<IReadOnlyList<ChangeEntry>> WaitingAsync(Trial trial)
    {
        await using var session = await trial.OpenAsync();
        return await Trial.ChangesOf(session).ListPendingAsync(1_000, cancellationToken: trial.Token);
    }

    private static Task MarkAsync(Trial trial, params ChangeEntry[] entries) =>
        trial.Changes.MarkDeliveredAsync([.. entries.Select(e => e.Id)], trial.Token);

    private sealed class Subscriber : IChangeSubscriber
    {
        public List<string> Delivered { get; } = [];

        public Func<string, bool> Fails { get; set; } = _ => false;

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            Delivered.Add(entry.SubjectId);
            return Fails(entry.SubjectId) ? throw new InvalidOperationException("Not now.") : Task.CompletedTask;
        }
    }
}
