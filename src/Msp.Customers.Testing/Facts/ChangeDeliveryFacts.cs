using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// Entries are pending until they are marked as delivered.
internal static class ChangeDeliveryFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A change log entry is pending until it is marked as delivered", UntilMarked),
            Fact("Pending entries of a customer are returned in the order of the changes, and at most the requested number", InOrder),
            Fact("A delivered entry is still listed", StaysListed),
            Fact("Marking an entry that no longer exists or that is already marked has no effect", MarkedAgain),
            Fact("After the deletion of a customer, only the entry of the deletion is pending", Deletion),
            Fact("The entry of a deletion comes before the entries of a new customer with the same id", StoredAgain),
            Fact("More entries than fit in one batch are all delivered, each exactly once", Many),
            Fact("Pages of pending entries contain each entry once and in order, also when entries are marked between pages", Pages),
            Fact("A page of pending entries after an entry that no longer exists omits no later entry", AfterDeletedEntry),
            Fact("A delivery in which some entries fail tries each entry once and delivers all others", Failing),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    private static async Task UntilMarked(Trial trial)
    {
        await CustomerListFacts.AddThreeAsync(trial);
        await trial.SavedAsync(SampleData.Plan());
        var pending = await PendingAsync(trial);
        Expect.Items(
            ["A", "B", "C", "gold"],
            pending.Select(e => e.SubjectId).Order(StringComparer.Ordinal),
            "return an entry of each change as pending"
        );
        await MarkAsync(trial, pending[1], pending[3]);
        Expect.Items(
            new[] { pending[0], pending[2] }.Select(e => e.Id).Order(),
            (await PendingAsync(trial)).Select(e => e.Id).Order(),
            "return the entries that are not marked as pending, and no others"
        );
        await trial.EditAsync(new CustomerId(pending.First(e => e.Subject == ChangeSubject.Customer).SubjectId), c => c.RemoveContact(2));
        Expect.Equal(3, (await PendingAsync(trial)).Count, "return this number of pending entries after a further change");
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
            var pending = await trial.Changes.ListPendingAsync(2, cancellationToken: trial.Token);
            Expect.Items(
                new long[] { version, version + 1 }.Where(v => v <= 6),
                pending.Select(e => e.Version),
                "return the earliest pending entries first, at most the requested number"
            );
            await MarkAsync(trial, pending[0]);
        }
    }

    private static async Task StaysListed(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        await MarkAsync(trial, [.. await PendingAsync(trial)]);
        Expect.Equal(0, (await PendingAsync(trial)).Count, "return no marked entry as pending");
        await LoggedChanges.ExpectEntriesAsync(
            trial,
            "a delivered change",
            LoggedChanges.Context(null, null).Entry(null, customer.ToSnapshot())
        );
    }

    private static async Task MarkedAgain(Trial trial)
    {
        var (customer, other) = (await trial.SavedAsync(SampleData.Customer()), await trial.SavedAsync(SampleData.Customer("Southwind")));
        var pending = (await PendingAsync(trial)).Single(e => e.SubjectId == customer.Id.Value);
        await trial.Customers.DeleteAsync(customer, trial.Token);
        await MarkAsync(trial);
        await trial.Changes.MarkDeliveredAsync([pending.Id, Guid.Empty, pending.Id], trial.Token);
        var left = await PendingAsync(trial);
        Expect.Items(
            new[] { customer.Id.Value, other.Id.Value }.Order(StringComparer.Ordinal),
            left.Select(e => e.SubjectId).Order(StringComparer.Ordinal),
            "ignore ids of entries that no longer exist or are already marked"
        );
        await MarkAsync(trial, left[0]);
        await MarkAsync(trial, [.. left]);
        Expect.Equal(0, (await PendingAsync(trial)).Count, "mark an unmarked entry together with a marked one");
    }

    private static async Task Deletion(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await MarkAsync(trial, [.. await PendingAsync(trial)]);
        await trial.EditAsync(id, c => c.RemoveContact(2));
        await trial.Customers.DeleteAsync((await trial.FindAsync(id))!, trial.Token);
        Expect.Items(
            [(ChangeKind.Deleted, 3L)],
            (await PendingAsync(trial)).Select(e => (e.Kind, e.Version)),
            "return only the entry of the deletion of a customer as pending"
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
            (await PendingAsync(trial)).Select(e => (e.Kind, e.Version)),
            "return the entry of a deletion before the entries of a new customer with the same id"
        );
        Expect.Items(
            expected,
            (await LoggedChanges.ListAsync(trial, customer.Id)).Select(e => (e.Kind, e.Version)),
            "list the entry of a deletion before the entries of a new customer with the same id"
        );
    }

    private static async Task Many(Trial trial)
    {
        var plans = Enumerable.Range(0, 150).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var subscriber = new Subscriber();
        Expect.Equal(
            (150, 0),
            (await DeliverAsync(), await DeliverAsync()),
            "deliver all pending entries in the first run and none in the second run"
        );
        Expect.Items(
            plans.Select(p => p.Id.Value).Order(StringComparer.Ordinal),
            subscriber.Delivered.Order(StringComparer.Ordinal),
            "deliver each entry once"
        );
        Task<int> DeliverAsync() => new ChangeDelivery(trial.Changes, [subscriber]).DeliverAsync(trial.Token);
    }

    private static async Task Pages(Trial trial)
    {
        await AddElevenEntriesAsync(trial);
        var (pending, read) = (await PendingAsync(trial), new List<Guid>());
        ChangeEntry? last = null;
        for (var page = 0; page < 6; page++)
        {
            var entries = await trial.Changes.ListPendingAsync(2, last, trial.Token);
            read.AddRange(entries.Select(e => e.Id));
            last = entries.Count > 0 ? entries[^1] : last;
            await MarkAsync(trial, page % 2 == 0 ? [.. entries] : []);
        }

        Expect.Items(pending.Select(e => e.Id), read, "return each pending entry once, two at a time");
        Expect.Equal(0, (await trial.Changes.ListPendingAsync(2, last, trial.Token)).Count, "return no entry after the last one");
    }

    private static async Task AfterDeletedEntry(Trial trial)
    {
        await AddElevenEntriesAsync(trial);
        var pending = await PendingAsync(trial);
        var last = pending[4];
        await trial.Plans.DeleteAsync((await trial.FindAsync(new PlanId(last.SubjectId)))!, trial.Token);
        var expected = pending.Skip(5).Where(e => e.SubjectId != last.SubjectId).Select(e => e.Id).ToList();
        var read = new List<Guid>();
        while (await trial.Changes.ListPendingAsync(100, last, trial.Token) is { Count: > 0 } entries && read.Count < 1_000)
        {
            read.AddRange(entries.Select(e => e.Id));
            last = entries[^1];
        }

        Expect.Items(
            expected,
            read.Where(expected.Contains).Distinct(),
            "return all later pending entries after an entry that no longer exists"
        );
    }

    // More entries than one batch. The delivery of every other entry fails.
    private static async Task Failing(Trial trial)
    {
        var plans = Enumerable.Range(0, 240).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var (even, subscriber) = (plans.Where((_, n) => n % 2 == 0).Select(p => p.Id.Value).ToHashSet(), new Subscriber());
        subscriber.Fails = even.Contains;
        await Expect.ThrowsAsync<AggregateException>("report the failed entries of a delivery", DeliverAsync);
        Expect.Items(
            plans.Select(p => p.Id.Value).Order(StringComparer.Ordinal),
            subscriber.Delivered.Order(StringComparer.Ordinal),
            "try to deliver each entry once, also after failed entries"
        );
        subscriber.Fails = _ => false;
        Expect.Equal(even.Count, await DeliverAsync(), "deliver only the failed entries in the next run");
        Task<int> DeliverAsync() => new ChangeDelivery(trial.Changes, [subscriber]).DeliverAsync(trial.Token);
    }

    // Ten plans are added and one of them is changed.
    private static async Task AddElevenEntriesAsync(Trial trial)
    {
        var plans = Enumerable.Range(0, 10).Select(n => SampleData.Plan($"p{n}")).ToList();
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        var draft = plans[3].ToDraft();
        draft.Features.Add("M365");
        plans[3].Edit(draft);
        await trial.Plans.UpdateAsync(plans[3], trial.Token);
    }

    // Reads in a new session, as another process does.
    private static async Task<IReadOnlyList<ChangeEntry>> PendingAsync(Trial trial)
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
            return Fails(entry.SubjectId) ? throw new InvalidOperationException("The subscriber fails.") : Task.CompletedTask;
        }
    }
}
