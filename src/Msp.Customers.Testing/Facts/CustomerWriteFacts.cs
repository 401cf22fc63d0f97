namespace Msp.Customers.Testing;

internal static class CustomerWriteFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Every member of a customer can be changed", EveryMember),
            Fact(
                "A change of only a contact is stored with a new version",
                t => PartOnly(t, c => c.ChangeContact(Changed(c.Contacts[0].ToDraft(), d => d.Name = "Linus Example")))
            ),
            Fact("A removal of only a contact is stored with a new version", t => PartOnly(t, c => c.RemoveContact(2))),
            Fact(
                "A change of only a quota is stored with a new version",
                t => PartOnly(t, c => c.ChangeQuota(Changed(c.Quotas[0].ToDraft(), d => d.Credits = 7)))
            ),
            Fact("A change that only voids a quota is stored with a new version", t => PartOnly(t, c => c.VoidQuota(1, SampleData.Today))),
            Fact("A change of only a schedule is stored with a new version", t => PartOnly(t, c => c.AddSchedule(SampleData.Schedule()))),
            Fact(
                "A change of only a region is stored with a new version",
                t => PartOnly(t, c => Edit(c, d => d.StorageRegions.Add("us-east-1")))
            ),
            Fact(
                "A change of only a reference is stored with a new version",
                t => PartOnly(t, c => Edit(c, d => d.References[0].Id = "other"))
            ),
            Fact("An update without changes stores no new version", Unchanged),
            Fact("A stale update is refused with ConcurrencyException and changes nothing", StaleUpdate),
            Fact("An update of a deleted customer is refused with ConcurrencyException", UpdateOfDeleted),
            Fact("An update of a customer that was never stored is refused with ConcurrencyException", UpdateOfUnknown),
            Fact("A stale deletion is refused with ConcurrencyException and changes nothing", StaleDeletion),
            Fact("A second deletion of a customer is refused with ConcurrencyException", DeletedTwice),
            Fact("A customer is deleted with all its parts, and its id can be used again", Deleted),
            Fact("A new customer with an id that is already used is refused and changes nothing", TakenId),
            Fact("A session can be used after a write is refused", AfterRefusal),
            Fact("The same object can be updated several times in a row", ManyUpdates),
            Fact("A change of an object after it was stored does not change the stored customer", ChangedAfterWrite),
            Fact("A change of an object after it was read does not change the stored customer", ChangedAfterRead),
            Fact("A change of an object after it was listed does not change the stored customer", ChangedAfterList),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    internal static void Edit(Customer customer, Action<CustomerDraft> change) =>
        customer.Edit(Changed(customer.ToDraft(), change), CustomerTerms.Default);

    private static T Changed<T>(T draft, Action<T> change)
    {
        change(draft);
        return draft;
    }

    private static async Task EveryMember(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        foreach (var generated in new GeneratedData(2).Customers(12))
        {
            Edit(
                customer,
                d =>
                {
                    var draft = generated.ToDraft();
                    draft.Id = d.Id;
                    draft.Quotas = [.. draft.Quotas.Select(q => Changed(q, x => x.Number = null))];
                    draft.Schedules = [.. draft.Schedules.Select(s => Changed(s, x => x.Number = null))];
                    draft.Contacts = [.. draft.Contacts.Select(c => Changed(c, x => x.Number = null))];
                    (d.AccountName, d.OrganizationName, d.Address, d.PhoneNumber, d.TimeZone, d.ServicePlan) = (
                        draft.AccountName,
                        draft.OrganizationName,
                        draft.Address,
                        draft.PhoneNumber,
                        draft.TimeZone,
                        draft.ServicePlan
                    );
                    (d.TenantType, d.StorageRegions, d.Quotas, d.Schedules, d.LicenseExpiryDate, d.Contacts, d.References) = (
                        draft.TenantType,
                        draft.StorageRegions,
                        draft.Quotas,
                        draft.Schedules,
                        draft.LicenseExpiryDate,
                        draft.Contacts,
                        draft.References
                    );
                }
            );
            await trial.AddPlansAsync([customer]);
            var saved = customer.ToSnapshot();
            await trial.Customers.UpdateAsync(customer, trial.Token);
            Expect.Same(saved, customer, "keep the updated customer unchanged");
            Expect.Same(saved, await trial.FindAsync(customer.Id), "return an updated customer as it was stored");
        }
    }

    // Two writers change only a part. The first change is stored and the second one is refused, so that no change is lost.
    private static async Task PartOnly(Trial trial, Action<Customer> change)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var (first, second) = ((await trial.FindAsync(id))!, (await trial.FindAsync(id))!);
        change(first);
        var saved = first.ToSnapshot();
        await trial.Customers.UpdateAsync(first, trial.Token);
        Expect.Same(saved, await trial.FindAsync(id), "store a change of only a part, with the new version");
        second.AddContact(SampleData.Contact("Second"));
        await Expect.RefusedAsync(
            trial,
            "an update of a customer that was read before a part was changed",
            () => trial.Customers.UpdateAsync(second, trial.Token)
        );
    }

    private static async Task Unchanged(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var read = (await trial.FindAsync(customer.Id))!;
        await trial.Customers.UpdateAsync(read, trial.Token);
        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "keep a customer after an update without changes");
    }

    private static async Task StaleUpdate(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => Edit(c, d => d.Address = "2 Harbour Road"));
        Edit(stale, d => (d.Address, d.OrganizationName, d.Contacts, d.Quotas) = ("3 Harbour Road", "Southwind", [], []));
        await Expect.RefusedAsync(trial, "a stale update of a customer", () => trial.Customers.UpdateAsync(stale, trial.Token));
        Expect.Equal(1, stale.OriginalVersion, "keep OriginalVersion of an object whose update is refused");
    }

    private static async Task UpdateOfDeleted(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        Edit(customer, d => d.Address = "2 Harbour Road");
        await Expect.RefusedAsync(trial, "an update of a deleted customer", () => trial.Customers.UpdateAsync(customer, trial.Token));
    }

    private static Task UpdateOfUnknown(Trial trial)
    {
        var customer = SampleData.Customer();
        return Expect.RefusedAsync(
            trial,
            "an update of a customer that was never stored",
            () => trial.Customers.UpdateAsync(customer, trial.Token)
        );
    }

    private static async Task StaleDeletion(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => c.RemoveContact(1));
        await Expect.RefusedAsync(trial, "a stale deletion of a customer", () => trial.Customers.DeleteAsync(stale, trial.Token));
    }

    private static async Task DeletedTwice(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var again = (await trial.FindAsync(customer.Id))!;
        await trial.Customers.DeleteAsync(customer, trial.Token);
        Expect.Equal(null, await trial.FindAsync(customer.Id), "return null for a deleted customer");
        await Expect.RefusedAsync(trial, "a second deletion of a customer", () => trial.Customers.DeleteAsync(again, trial.Token));
    }

    private static async Task Deleted(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var other = await trial.SavedAsync(SampleData.Customer("Southwind"));
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        Expect.Equal(1, await trial.Customers.CountAsync(trial.Token), "count the customers after one of two is deleted");
        Expect.Same(other.ToSnapshot(), await trial.FindAsync(other.Id), "keep the other customers when one is deleted");
        await CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer("Northwind", d => (d.Id, d.Contacts, d.Quotas) = (customer.Id.Value, [], []))
        );
    }

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        var second = SampleData.Customer("Southwind", d => d.Id = "c-1");
        await Expect.RefusedAsync(
            trial,
            "a new customer with an id that is already used",
            () => trial.Customers.AddAsync(second, trial.Token)
        );
        Expect.Equal(0, second.OriginalVersion, "keep OriginalVersion of a refused new customer");
    }

    private static async Task AfterRefusal(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        for (var round = 0; round < 3; round++)
        {
            await Expect.ThrowsAsync<ConcurrencyException>(
                "refuse an id that is already used",
                () => trial.Customers.AddAsync(SampleData.Customer($"Southwind {round}", d => d.Id = "c-1"), trial.Token)
            );
            await trial.SavedAsync(SampleData.Customer($"Eastwind {round}"));
            Edit(customer, d => d.Address = $"{round} Harbour Road");
            await trial.Customers.UpdateAsync(customer, trial.Token);
        }

        Expect.Equal(4, await trial.Customers.CountAsync(trial.Token), "store new customers after it refuses a write");
        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "store updates after it refuses a write");
    }

    private static async Task ManyUpdates(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        for (var n = 0; n < 10; n++)
        {
            customer.AddContact(SampleData.Contact($"p{n}"));
            customer.AddQuota(SampleData.Quota(q => q.Priority = n));
            await trial.Customers.UpdateAsync(customer, trial.Token);
            Expect.Equal(customer.Version, customer.OriginalVersion, "set OriginalVersion to the stored version");
        }

        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id));
    }

    private static async Task ChangedAfterWrite(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        customer.RemoveContact(1);
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "return the stored customer when the object is changed after it was stored"
        );
        await trial.Customers.UpdateAsync(customer, trial.Token);
        saved = customer.ToSnapshot();
        customer.RemoveContact(2);
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "return the stored customer when the object is changed after it was stored"
        );
    }

    private static async Task ChangedAfterRead(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        var read = (await trial.Customers.GetByIdAsync(customer.Id, trial.Token))!;
        Edit(read, d => (d.AccountName, d.Contacts, d.Quotas) = ("Southwind", [], []));
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "return the stored customer when an object is changed after it was read"
        );
        Expect.Same(saved, await trial.FindAsync(customer.Id), "return the stored customer when an object is changed after it was read");
    }

    private static async Task ChangedAfterList(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        (await trial.Customers.ListAsync(trial.Token))[0].RemoveContact(1);
        Expect.Same(
            saved,
            (await trial.Customers.ListAsync(trial.Token))[0],
            "list the stored customer when an object is changed after it was listed"
        );
        Expect.Same(saved, await trial.FindAsync(customer.Id), "return the stored customer when an object is changed after it was listed");
    }
}
