namespace Msp.Customers.Testing;

internal static class CustomerWriteFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Every member of a customer can be changed", EveryMember),
            Fact(
                "A change of a contact alone is stored and counts as a change",
                t => ChildOnly(t, c => c.ChangeContact(Changed(c.Contacts[0].ToDraft(), d => d.Name = "Linus Example")))
            ),
            Fact("A contact alone that is taken off is a change", t => ChildOnly(t, c => c.RemoveContact(2))),
            Fact(
                "A change of a quota alone is stored and counts as a change",
                t => ChildOnly(t, c => c.ChangeQuota(Changed(c.Quotas[0].ToDraft(), d => d.Credits = 7)))
            ),
            Fact("A voiding of a quota alone is stored and counts as a change", t => ChildOnly(t, c => c.VoidQuota(1, SampleData.Today))),
            Fact(
                "A change of a schedule alone is stored and counts as a change",
                t => ChildOnly(t, c => c.AddSchedule(SampleData.Schedule()))
            ),
            Fact(
                "A change of a region alone is stored and counts as a change",
                t => ChildOnly(t, c => Edit(c, d => d.StorageRegions.Add("us-east-1")))
            ),
            Fact(
                "A change of a reference alone is stored and counts as a change",
                t => ChildOnly(t, c => Edit(c, d => d.References[0].Id = "other"))
            ),
            Fact("A customer that did not change is saved without a new version", Unchanged),
            Fact("A stale save is refused and changes nothing", StaleSave),
            Fact("A save of a customer that was deleted meanwhile is refused", SaveOfDeleted),
            Fact("A save of a customer that was never stored is refused", SaveOfUnknown),
            Fact("A stale deletion is refused and changes nothing", StaleDeletion),
            Fact("A customer is deleted once", DeletedTwice),
            Fact("A deleted customer is gone with all that belonged to it, and its id is free", Deleted),
            Fact("An id that is taken is refused and changes nothing", TakenId),
            Fact("After a refusal the same opening goes on working", AfterRefusal),
            Fact("One object is saved many times, each time from the version before", ManySaves),
            Fact("An object that changes after it was saved changes nothing that is stored", NoLiveObjectGiven),
            Fact("What is read is nobody else's object", NoLiveObjectRead),
            Fact("A list holds nobody else's objects", NoLiveObjectListed),
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
        foreach (var generated in new Generated(2).Customers(12))
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
            await trial.PlansOfAsync([customer]);
            var saved = customer.ToSnapshot();
            await trial.Customers.UpdateAsync(customer, trial.Token);
            Expect.Same(saved, customer, "leave the customer that it was given as it was");
            Expect.Same(saved, await trial.FindAsync(customer.Id), "give a changed customer back as it was saved");
        }
    }

    // Two writers change only a part. The first change is stored and the second one is refused, so that no change is lost.
    private static async Task ChildOnly(Trial trial, Action<Customer> change)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var (first, second) = ((await trial.FindAsync(id))!, (await trial.FindAsync(id))!);
        change(first);
        var saved = first.ToSnapshot();
        await trial.Customers.UpdateAsync(first, trial.Token);
        Expect.Same(saved, await trial.FindAsync(id), "store the change of a part alone, and the new version with it");
        second.AddContact(SampleData.Contact("Second"));
        await Expect.RefusedAsync(
            trial,
            "the save of a reader from before a part was changed",
            () => trial.Customers.UpdateAsync(second, trial.Token)
        );
    }

    private static async Task Unchanged(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var read = (await trial.FindAsync(customer.Id))!;
        await trial.Customers.UpdateAsync(read, trial.Token);
        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "leave a customer that did not change as it is");
    }

    private static async Task StaleSave(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => Edit(c, d => d.Address = "2 Harbour Road"));
        Edit(stale, d => (d.Address, d.OrganizationName, d.Contacts, d.Quotas) = ("3 Harbour Road", "Southwind", [], []));
        await Expect.RefusedAsync(
            trial,
            "the save of a customer that someone else saved meanwhile",
            () => trial.Customers.UpdateAsync(stale, trial.Token)
        );
        Expect.Equal(1, stale.OriginalVersion, "leave the stored version of an object that was refused as it was");
    }

    private static async Task SaveOfDeleted(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        Edit(customer, d => d.Address = "2 Harbour Road");
        await Expect.RefusedAsync(
            trial,
            "the save of a customer that was deleted meanwhile",
            () => trial.Customers.UpdateAsync(customer, trial.Token)
        );
    }

    private static Task SaveOfUnknown(Trial trial)
    {
        var customer = SampleData.Customer();
        return Expect.RefusedAsync(
            trial,
            "the save of changes of a customer that was never stored",
            () => trial.Customers.UpdateAsync(customer, trial.Token)
        );
    }

    private static async Task StaleDeletion(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(stale.Id, c => c.RemoveContact(1));
        await Expect.RefusedAsync(
            trial,
            "the deletion of a customer that someone else saved meanwhile",
            () => trial.Customers.DeleteAsync(stale, trial.Token)
        );
    }

    private static async Task DeletedTwice(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var again = (await trial.FindAsync(customer.Id))!;
        await trial.Customers.DeleteAsync(customer, trial.Token);
        Expect.Equal(null, await trial.FindAsync(customer.Id), "find nothing where a customer was deleted");
        await Expect.RefusedAsync(
            trial,
            "the deletion of a customer that is deleted already",
            () => trial.Customers.DeleteAsync(again, trial.Token)
        );
    }

    private static async Task Deleted(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var other = await trial.SavedAsync(SampleData.Customer("Southwind"));
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        Expect.Equal(1, await trial.Customers.CountAsync(trial.Token), "have one customer where one of two was deleted");
        Expect.Same(other.ToSnapshot(), await trial.FindAsync(other.Id), "leave the others as they are when one is deleted");
        await CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer("Northwind", d => (d.Id, d.Contacts, d.Quotas) = (customer.Id.Value, [], []))
        );
    }

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        var second = SampleData.Customer("Southwind", d => d.Id = "c-1");
        await Expect.RefusedAsync(trial, "a new customer whose id is taken", () => trial.Customers.AddAsync(second, trial.Token));
        Expect.Equal(0, second.OriginalVersion, "leave a customer that was refused as one that is not stored");
    }

    private static async Task AfterRefusal(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        for (var round = 0; round < 3; round++)
        {
            await Expect.ThrowsAsync<ConcurrencyException>(
                "refuse a taken id",
                () => trial.Customers.AddAsync(SampleData.Customer($"Southwind {round}", d => d.Id = "c-1"), trial.Token)
            );
            await trial.SavedAsync(SampleData.Customer($"Eastwind {round}"));
            Edit(customer, d => d.Address = $"{round} Harbour Road");
            await trial.Customers.UpdateAsync(customer, trial.Token);
        }

        Expect.Equal(4, await trial.Customers.CountAsync(trial.Token), "go on storing after a refusal");
        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "go on saving after a refusal");
    }

    private static async Task ManySaves(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        for (var n = 0; n < 10; n++)
        {
            customer.AddContact(SampleData.Contact($"p{n}"));
            customer.AddQuota(SampleData.Quota(q => q.Priority = n));
            await trial.Customers.UpdateAsync(customer, trial.Token);
            Expect.Equal(customer.Version, customer.OriginalVersion, "tell the object that its version is stored");
        }

        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id));
    }

    private static async Task NoLiveObjectGiven(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        customer.RemoveContact(1);
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "keep what was saved when the object that was saved is changed later"
        );
        await trial.Customers.UpdateAsync(customer, trial.Token);
        saved = customer.ToSnapshot();
        customer.RemoveContact(2);
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "keep what was saved when the object that was saved is changed later"
        );
    }

    private static async Task NoLiveObjectRead(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        var read = (await trial.Customers.GetByIdAsync(customer.Id, trial.Token))!;
        Edit(read, d => (d.AccountName, d.Contacts, d.Quotas) = ("Southwind", [], []));
        Expect.Same(
            saved,
            await trial.Customers.GetByIdAsync(customer.Id, trial.Token),
            "give what is stored, whatever was done to an object that was read before"
        );
        Expect.Same(saved, await trial.FindAsync(customer.Id), "give what is stored, whatever was done to an object that was read before");
    }

    private static async Task NoLiveObjectListed(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var saved = customer.ToSnapshot();
        (await trial.Customers.ListAsync(trial.Token))[0].RemoveContact(1);
        Expect.Same(
            saved,
            (await trial.Customers.ListAsync(trial.Token))[0],
            "list what is stored, whatever was done to an object that was listed before"
        );
        Expect.Same(
            saved,
            await trial.FindAsync(customer.Id),
            "give what is stored, whatever was done to an object that was listed before"
        );
    }
}
