namespace Msp.Customers.Testing.Facts;

internal static class UniqueValueFacts
{
    public static IEnumerable<StorageFact> All =>
        [
            Fact("A new customer whose organization name is taken, in any case and spacing, is refused", TakenName),
            Fact("A customer renamed to a taken organization name is refused", RenamedToTaken),
            Fact("An organization name is free again when its customer is renamed or deleted", NameFreed),
            Fact("Two customers may have the same account name", SameAccountName),
            Fact("A new customer whose reference is taken is refused", TakenReference),
            Fact("A customer that is changed to have a taken reference is refused", ChangedToTakenReference),
            Fact("A reference is free again when its customer drops it or is deleted", ReferenceFreed),
            Fact("The same reference of two other systems belongs to two customers", SameIdOfTwoSystems),
        ];

    private static StorageFact Fact(string name, Func<Trial, Task> body) => new(name, StorageSubject.Customers, body);

    private static async Task TakenName(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer("Northwind", d => d.OrganizationName = "Caf\u00E9 Northwind"));
        foreach (
            var name in new[] { "Caf\u00E9 Northwind", "caf\u00E9 NORTHWIND", "  Caf\u00E9 \u00A0 Northwind ", "Cafe\u0301 Northwind" }
        )
        {
            var second = Valid.Customer("Southwind", d => d.OrganizationName = name);
            await Expect.RefusedAsync(
                trial,
                "a customer whose organization name is another's when it is folded",
                () => trial.Customers.AddAsync(second, trial.Token)
            );
            Expect.Equal(0, second.StoredVersion, "leave a customer that was refused as one that is not stored");
        }

        await trial.SavedAsync(Valid.Customer("Southwind", d => d.OrganizationName = "Cafe Northwind"));
    }

    private static async Task RenamedToTaken(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer());
        var other = await trial.SavedAsync(Valid.Customer("Southwind"));
        CustomerWriteFacts.Edit(other, d => d.OrganizationName = "northwind TRADERS");
        await Expect.RefusedAsync(
            trial,
            "a change to an organization name that is another's",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task NameFreed(Trial trial)
    {
        var first = await trial.SavedAsync(Valid.Customer());
        await trial.EditAsync(first.Id, c => CustomerWriteFacts.Edit(c, d => d.OrganizationName = "Eastwind"));
        var second = await trial.SavedAsync(Valid.Customer("Southwind", d => d.OrganizationName = "Northwind Traders"));
        await trial.Customers.DeleteAsync(second, trial.Token);
        await trial.SavedAsync(Valid.Customer("Westwind", d => d.OrganizationName = "Northwind Traders"));
    }

    private static async Task SameAccountName(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer());
        await trial.SavedAsync(Valid.Customer("Southwind", d => d.AccountName = "Northwind"));
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "keep two customers with the same account name");
    }

    private static async Task TakenReference(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer());
        var second = Valid.Customer("Southwind", d => (d.References[0].System, d.References[0].Id) = ("PSA", "Northwind"));
        await Expect.RefusedAsync(trial, "a customer whose reference is another's", () => trial.Customers.AddAsync(second, trial.Token));
    }

    private static async Task ChangedToTakenReference(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer());
        var other = await trial.SavedAsync(Valid.Customer("Southwind"));
        CustomerWriteFacts.Edit(other, d => d.References.Add(new ReferenceDraft { System = "psa", Id = "Northwind" }));
        await Expect.RefusedAsync(
            trial,
            "a change to a reference that is another's",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task ReferenceFreed(Trial trial)
    {
        var first = await trial.SavedAsync(Valid.Customer());
        await trial.EditAsync(first.Id, c => CustomerWriteFacts.Edit(c, d => d.References = []));
        var second = await trial.SavedAsync(Valid.Customer("Southwind", d => d.References[0].Id = "Northwind"));
        await trial.Customers.DeleteAsync(second, trial.Token);
        await trial.SavedAsync(Valid.Customer("Westwind", d => d.References[0].Id = "Northwind"));
    }

    private static async Task SameIdOfTwoSystems(Trial trial)
    {
        await trial.SavedAsync(Valid.Customer());
        await trial.SavedAsync(Valid.Customer("Southwind", d => (d.References[0].System, d.References[0].Id) = ("crm", "Northwind")));
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "keep references of different systems apart");
    }
}
