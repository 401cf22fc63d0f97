using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// A change and its entry are stored together: a change that is not stored has no entry.
internal static class ChangeRefusalFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A stale save or deletion leaves no entry, and takes none away", Stale),
            Fact("A new customer that is refused leaves no entry", Taken),
            Fact("A save of a plan that is refused leaves no entry", Plan),
            Fact("A customer that did not change leaves no entry", Unchanged),
            Fact("A save that was cancelled before it began leaves no entry", CancelledBefore),
            Fact("A save that is cancelled on its way leaves a change with its entry, or neither", CancelledOnItsWay),
            Fact("A range that is refused leaves an entry of each customer that is stored, and no other", RefusedRange),
            Fact("Of many who change the same version at once, one leaves an entry", OneWins),
            Fact("Of many who change a customer at once and try again, each leaves its entry", NothingLost),
            Fact("A reader of a change also reads its entry", SeenTogether),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    private static async Task Stale(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => c.RemoveContact(2));
        stale.CloseUsageThrough(SampleData.Today);
        await RefusedAsync(trial, "a stale save", () => trial.Customers.UpdateAsync(stale, trial.Token));
        await RefusedAsync(trial, "a stale deletion", () => trial.Customers.DeleteAsync(stale, trial.Token));
        Expect.Items(
            [1L, 2L],
            (await ChangeFacts.ListAsync(trial, stale.Id)).Select(e => e.Version),
            "keep the entries that there were when it refuses a save"
        );
        await trial.SavedAsync(SampleData.Customer("Southwind"));
        Expect.Equal(
            3,
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Count,
            "note nothing of what was refused when the next save is stored"
        );
    }

    private static async Task Taken(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        await RefusedAsync(
            trial,
            "a taken id",
            () => trial.Customers.AddAsync(SampleData.Customer("Southwind", d => d.Id = "c-1"), trial.Token)
        );
        await RefusedAsync(
            trial,
            "a taken reference",
            () => trial.Customers.AddAsync(SampleData.Customer("Southwind", d => d.References[0].Id = "Northwind"), trial.Token)
        );
    }

    private static async Task Plan(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        fresh.Edit(SampleData.PlanDraft("gold", d => d.IsRetired = true));
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        await RefusedAsync(trial, "a taken id of a plan", () => trial.Plans.AddAsync(SampleData.Plan(), trial.Token));
        await RefusedAsync(trial, "a stale deletion of a plan", () => trial.Plans.DeleteAsync(stale, trial.Token));
        stale.Edit(SampleData.PlanDraft("gold", d => d.Name = "Other"));
        await RefusedAsync(trial, "a stale save of a plan", () => trial.Plans.UpdateAsync(stale, trial.Token));
    }

    private static async Task Unchanged(Trial trial)
    {
        var customer = (await trial.FindAsync((await trial.SavedAsync(SampleData.Customer())).Id))!;
        await trial.Customers.UpdateAsync(customer, trial.Token);
        await trial.Customers.UpdateRangeAsync([customer], trial.Token);
        Expect.Equal(1, (await ChangeFacts.ListAsync(trial, customer.Id)).Count, "note nothing where nothing was changed");
    }

    private static async Task CancelledBefore(Trial trial)
    {
        var (cancelled, saved, fresh) = (
            new CancellationToken(canceled: true),
            await trial.SavedAsync(SampleData.Customer()),
            SampleData.Customer("Southwind")
        );
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.RemoveContact(2);
        foreach (
            var write in new Func<Task>[]
            {
                () => trial.Customers.AddAsync(fresh, cancelled),
                () => trial.Customers.UpdateAsync(changed, cancelled),
                () => trial.Customers.DeleteAsync(saved, cancelled),
            }
        )
        {
            await Expect.ThrowsAsync<OperationCanceledException>("end what was cancelled", write);
        }

        Expect.Items(
            [saved.Id.Value],
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => e.SubjectId),
            "note nothing of a save that was cancelled"
        );
    }

    // Each save is canceled a little later than the one before.
    private static async Task CancelledOnItsWay(Trial trial)
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
                    // The canceled save may be stored or not.
                }
            }

            var isStored = await trial.FindAsync(customer.Id) is not null;
            Expect.Equal(
                isStored ? 1 : 0,
                (await ChangeFacts.ListAsync(trial, customer.Id)).Count,
                $"note a cancelled save that is {(isStored ? "stored" : "not stored")} so many times"
            );
        }
    }

    private static async Task RefusedRange(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "taken"));
        List<Customer> range = [SampleData.Customer("A"), SampleData.Customer("B", d => d.Id = "taken"), SampleData.Customer("C")];
        await Expect.ThrowsAsync<ConcurrencyException>(
            "refuse a range in which an id is taken",
            () => trial.Customers.AddRangeAsync(range, trial.Token)
        );
        var stored = (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id.Value).Order(StringComparer.Ordinal);
        Expect.Items(
            stored,
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token))
                .Select(e => e.SubjectId)
                .Order(StringComparer.Ordinal),
            "note what is stored of a refused range, and nothing else"
        );
    }

    private static async Task OneWins(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.FindAsync(id)));
        await trial.RaceAsync(
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
        var entries = await ChangeFacts.ListAsync(trial, id);
        Expect.Items([1L, 2L], entries.Select(e => e.Version), "note the one change that was stored");
        Expect.Equal(
            (await trial.FindAsync(id))?.Account.Address,
            entries[1].Members.Single().New,
            "note the change that was stored and not one that was refused"
        );
    }

    private static async Task NothingLost(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.RaceAsync(
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
        var entries = await ChangeFacts.ListAsync(trial, id);
        Expect.Items(
            Enumerable.Range(1, 9).Select(n => (long)n),
            entries.Select(e => e.Version),
            "note each change that was stored, in the order in which they were made"
        );
        var streets = entries.Select(e => e.Members.Single(m => m.Path == nameof(CustomerDraft.Address))).ToList();
        Expect.Items(
            streets.SkipLast(1).Select(m => m.New),
            streets.Skip(1).Select(m => m.Old),
            "note as the old value what the change before made of it"
        );
    }

    private static async Task SeenTogether(Trial trial)
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
                var noted = await trial
                    .Changes.ListAsync(ChangeSubject.Customer, customer.Id.Value, trial.Token)
                    .Select(e => e.Version)
                    .MaxAsync(cancellationToken: trial.Token);
                var after = (await trial.Customers.GetByIdAsync(customer.Id, trial.Token))!.Version;
                Expect.That(
                    before <= noted && noted <= after,
                    $"show a change and its entry at once, with an entry of version {before} to {after}",
                    $"{noted}"
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
            $"note nothing when it refuses {what}"
        );
    }
}
