using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// A change and its entry are stored together: a change that is not stored has no entry.
internal static class ChangeRefusalFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A stale update or deletion adds no change log entry and deletes none", Stale),
            Fact("A new customer that is refused adds no change log entry", Taken),
            Fact("A write of a plan that is refused adds no change log entry", Plan),
            Fact("An update without changes adds no change log entry", Unchanged),
            Fact("A write with a canceled token adds no change log entry", CanceledBefore),
            Fact("A write that is canceled while it runs stores both the change and its change log entry, or neither", CanceledDuringWrite),
            Fact("A range that is refused adds a change log entry for each stored customer and for no other", RefusedRange),
            Fact("Of many concurrent changes of the same version, one adds a change log entry", OneStored),
            Fact("Concurrent changes that are retried after a conflict add one change log entry each", NothingLost),
            Fact("A change and its change log entry become visible together", VisibleTogether),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    private static async Task Stale(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => c.RemoveContact(2));
        stale.CloseUsageThrough(SampleData.Today);
        await RefusedAsync(trial, "a stale update", () => trial.Customers.UpdateAsync(stale, trial.Token));
        await RefusedAsync(trial, "a stale deletion", () => trial.Customers.DeleteAsync(stale, trial.Token));
        Expect.Items(
            [1L, 2L],
            (await LoggedChanges.ListAsync(trial, stale.Id)).Select(e => e.Version),
            "keep the existing entries when it refuses a write"
        );
        await trial.SavedAsync(SampleData.Customer("Southwind"));
        Expect.Equal(
            3,
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Count,
            "return this number of pending entries when a write is stored after refused writes"
        );
    }

    private static async Task Taken(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        await RefusedAsync(
            trial,
            "an id that is already used",
            () => trial.Customers.AddAsync(SampleData.Customer("Southwind", d => d.Id = "c-1"), trial.Token)
        );
        await RefusedAsync(
            trial,
            "a reference that is already used",
            () => trial.Customers.AddAsync(SampleData.Customer("Southwind", d => d.References[0].Id = "Northwind"), trial.Token)
        );
    }

    private static async Task Plan(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        fresh.Edit(SampleData.PlanDraft("gold", d => d.IsRetired = true));
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        await RefusedAsync(trial, "a plan id that is already used", () => trial.Plans.AddAsync(SampleData.Plan(), trial.Token));
        await RefusedAsync(trial, "a stale deletion of a plan", () => trial.Plans.DeleteAsync(stale, trial.Token));
        stale.Edit(SampleData.PlanDraft("gold", d => d.Name = "Other"));
        await RefusedAsync(trial, "a stale update of a plan", () => trial.Plans.UpdateAsync(stale, trial.Token));
    }

    private static async Task Unchanged(Trial trial)
    {
        var customer = (await trial.FindAsync((await trial.SavedAsync(SampleData.Customer())).Id))!;
        await trial.Customers.UpdateAsync(customer, trial.Token);
        await trial.Customers.UpdateRangeAsync([customer], trial.Token);
        Expect.Equal(
            1,
            (await LoggedChanges.ListAsync(trial, customer.Id)).Count,
            "return this number of entries after updates without changes"
        );
    }

    private static async Task CanceledBefore(Trial trial)
    {
        var (canceled, saved, fresh) = (
            new CancellationToken(canceled: true),
            await trial.SavedAsync(SampleData.Customer()),
            SampleData.Customer("Southwind")
        );
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.RemoveContact(2);
        foreach (
            var write in new Func<Task>[]
            {
                () => trial.Customers.AddAsync(fresh, canceled),
                () => trial.Customers.UpdateAsync(changed, canceled),
                () => trial.Customers.DeleteAsync(saved, canceled),
            }
        )
        {
            await Expect.ThrowsAsync<OperationCanceledException>("cancel a write", write);
        }

        Expect.Items(
            [saved.Id.Value],
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => e.SubjectId),
            "add no entry for a canceled write"
        );
    }

    // Each write is canceled a little later than the one before.
    private static async Task CanceledDuringWrite(Trial trial)
    {
        for (var steps = 1; steps < 3_000; steps *= 2)
        {
            var customer = SampleData.Customer($"Northwind {steps}");
            using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(trial.Token);
            await using (var session = await trial.OpenAsync())
            {
                var saving = Task.Run(() => session.Customers.AddAsync(customer, cancelling.Token), trial.Token);
                for (var step = 0; step < steps; step++)
                {
                    await Task.Yield();
                }

                await cancelling.CancelAsync();
                try
                {
                    await saving;
                }
                catch (OperationCanceledException)
                {
                    // The canceled write may be stored or not.
                }
            }

            var isStored = await trial.FindAsync(customer.Id) is not null;
            Expect.Equal(
                isStored ? 1 : 0,
                (await LoggedChanges.ListAsync(trial, customer.Id)).Count,
                $"return this number of entries for a canceled write that is {(isStored ? "stored" : "not stored")}"
            );
        }
    }

    private static async Task RefusedRange(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "taken"));
        List<Customer> range = [SampleData.Customer("A"), SampleData.Customer("B", d => d.Id = "taken"), SampleData.Customer("C")];
        await Expect.ThrowsAsync<ConcurrencyException>(
            "refuse a range with an id that is already used",
            () => trial.Customers.AddRangeAsync(range, trial.Token)
        );
        var stored = (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id.Value).Order(StringComparer.Ordinal);
        Expect.Items(
            stored,
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token))
                .Select(e => e.SubjectId)
                .Order(StringComparer.Ordinal),
            "add an entry for each stored customer of a refused range and for no other"
        );
    }

    private static async Task OneStored(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.FindAsync(id)));
        await trial.RunConcurrentlyAsync(
            8,
            async (number, session) =>
            {
                try
                {
                    CustomerWriteFacts.Edit(read[number]!, d => d.Address = $"{number} Harbour Road");
                    return await session.Customers.UpdateAsync(read[number]!, trial.Token);
                }
                catch (ConcurrencyException)
                {
                    return 0;
                }
            }
        );
        var entries = await LoggedChanges.ListAsync(trial, id);
        Expect.Items([1L, 2L], entries.Select(e => e.Version), "add one entry for the stored change");
        Expect.Equal(
            (await trial.FindAsync(id))?.Account.Address,
            entries[1].Members.Single().New,
            "store the entry of the stored change, not of a refused one"
        );
    }

    private static async Task NothingLost(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.RunConcurrentlyAsync(
            8,
            async (number, session) =>
            {
                while (true)
                {
                    try
                    {
                        var customer = (await session.Customers.GetByIdAsync(id, trial.Token))!;
                        CustomerWriteFacts.Edit(customer, d => d.Address = $"{number} Harbour Road");
                        return await session.Customers.UpdateAsync(customer, trial.Token);
                    }
                    catch (ConcurrencyException)
                    {
                        // The loop reads the customer again and repeats the change.
                    }
                }
            }
        );
        var entries = await LoggedChanges.ListAsync(trial, id);
        Expect.Items(
            Enumerable.Range(1, 9).Select(n => (long)n),
            entries.Select(e => e.Version),
            "add one entry for each stored change, in the order of the changes"
        );
        var streets = entries.Select(e => e.Members.Single(m => m.Path == nameof(CustomerDraft.Address))).ToList();
        Expect.Items(
            streets.SkipLast(1).Select(m => m.New),
            streets.Skip(1).Select(m => m.Old),
            "store the new value of a change as the old value of the next change"
        );
    }

    private static async Task VisibleTogether(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var writing = Task.Run(
            async () =>
            {
                await using var session = await trial.OpenAsync();
                for (var n = 0; n < 15; n++)
                {
                    customer.AddContact(SampleData.Contact($"p{n}"));
                    await session.Customers.UpdateAsync(customer, trial.Token);
                }
            },
            trial.Token
        );
        do
        {
            try
            {
                var before = (await trial.Customers.GetByIdAsync(customer.Id, trial.Token))!.Version;
                var logged = await trial
                    .Changes.ListAsync(ChangeSubject.Customer, customer.Id.Value, trial.Token)
                    .Select(e => e.Version)
                    .MaxAsync(cancellationToken: trial.Token);
                var after = (await trial.Customers.GetByIdAsync(customer.Id, trial.Token))!.Version;
                Expect.That(
                    before <= logged && logged <= after,
                    $"make a change and its entry visible together, with an entry of version {before} to {after}",
                    $"{logged}"
                );
            }
            catch (ConcurrencyException)
            {
                // A store may report that too many writes prevent a consistent read.
            }
        } while (!writing.IsCompleted);
        await writing;
    }

    private static async Task RefusedAsync(Trial trial, string what, Func<Task> write)
    {
        var before = (await trial.Changes.ListPendingAsync(100, cancellationToken: trial.Token)).Select(e => e.Id).Order().ToList();
        await Expect.ThrowsAsync<ConcurrencyException>($"refuse {what}", write);
        Expect.Items(
            before,
            (await trial.Changes.ListPendingAsync(100, cancellationToken: trial.Token)).Select(e => e.Id).Order(),
            $"add no entry when it refuses {what}"
        );
    }
}
