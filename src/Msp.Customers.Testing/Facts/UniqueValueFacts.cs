namespace Msp.Customers.Testing;

internal static class UniqueValueFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A new customer whose organization name is taken, in any case and spacing, is refused", TakenName),
            Fact("A customer renamed to a taken organization name is refused", RenamedToTaken),
            Fact("An organization name is free again when its customer is renamed or deleted", NameFreed),
            Fact("Two customers swap their names in one call, and three theirs in a circle", NamesPassedOn),
            Fact("Two customers may have the same account name", SameAccountName),
            Fact("A new customer whose reference is taken is refused", TakenReference),
            Fact("A customer that is changed to have a taken reference is refused", ChangedToTakenReference),
            Fact("A reference is free again when its customer drops it or is deleted", ReferenceFreed),
            Fact("Two customers swap their references in one call, and one passes its own on to another", ReferencesPassedOn),
            Fact("The same reference of two other systems belongs to two customers", SameIdOfTwoSystems),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task TakenName(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.OrganizationName = "Caf\u00E9 Northwind"));
        foreach (
            var name in new[] { "Caf\u00E9 Northwind", "caf\u00E9 NORTHWIND", "  Caf\u00E9 \u00A0 Northwind ", "Cafe\u0301 Northwind" }
        )
        {
            var second = SampleData.Customer("Southwind", d => d.OrganizationName = name);
            await Expect.RefusedAsync(
                trial,
                "a customer whose organization name is another's when it is folded",
                () => trial.Customers.AddAsync(second, trial.Token)
            );
            Expect.Equal(0, second.OriginalVersion, "leave a customer that was refused as one that is not stored");
        }

        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.OrganizationName = "Cafe Northwind"));
    }

    private static async Task RenamedToTaken(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        var other = await trial.SavedAsync(SampleData.Customer("Southwind"));
        CustomerWriteFacts.Edit(other, d => d.OrganizationName = "northwind TRADERS");
        await Expect.RefusedAsync(
            trial,
            "a change to an organization name that is another's",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task NameFreed(Trial trial)
    {
        var first = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(first.Id, c => CustomerWriteFacts.Edit(c, d => d.OrganizationName = "Eastwind"));
        var second = await trial.SavedAsync(SampleData.Customer("Southwind", d => d.OrganizationName = "Northwind Traders"));
        await trial.Customers.DeleteAsync(second, trial.Token);
        await trial.SavedAsync(SampleData.Customer("Westwind", d => d.OrganizationName = "Northwind Traders"));
    }

    private static async Task NamesPassedOn(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        var names = customers.ConvertAll(c => c.Account.OrganizationName);
        foreach (var range in new[] { customers.Take(2).ToList(), customers })
        {
            await PassedOnAsync(trial, range, "names", (c, next) => d => d.OrganizationName = next.Account.OrganizationName);
        }

        Expect.Items(
            [names[0], names[2], names[1]],
            customers.Select(c => c.Account.OrganizationName),
            "leave each customer of a range with the name that it was given"
        );
    }

    private static async Task ReferencesPassedOn(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        await PassedOnAsync(trial, customers.Take(2).ToList(), "references", (_, next) => d => d.References = Copies(next));
        CustomerWriteFacts.Edit(customers[1], d => d.References = Copies(customers[0]));
        CustomerWriteFacts.Edit(customers[0], d => d.References = []);
        await StoredAsync(trial, [customers[1], customers[0]], "store a range in which one customer passes its reference on to another");
    }

    private static List<ReferenceDraft> Copies(Customer customer) =>
        [.. customer.References.Select(r => new ReferenceDraft { System = r.System, Id = r.Id })];

    // Each customer takes the value of the next one, and the last takes the value of the first.
    private static async Task PassedOnAsync(
        Trial trial,
        List<Customer> range,
        string what,
        Func<Customer, Customer, Action<CustomerDraft>> become
    )
    {
        var edits = range.Select((c, i) => become(c, Customer.FromSnapshot(range[(i + 1) % range.Count].ToSnapshot()))).ToList();
        foreach (var (customer, edit) in range.Zip(edits))
        {
            CustomerWriteFacts.Edit(customer, edit);
        }

        await StoredAsync(trial, range, $"store a range in which {range.Count} customers pass their {what} on to each other");
    }

    private static async Task StoredAsync(Trial trial, List<Customer> range, string toDo)
    {
        try
        {
            await trial.Customers.UpdateRangeAsync(range, trial.Token);
        }
        catch (ConcurrencyException e)
        {
            throw new ConformanceException($"A store is expected to {toDo}; it refused: {e.Message}", e);
        }

        foreach (var customer in range)
        {
            Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), toDo);
        }
    }

    private static async Task SameAccountName(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.AccountName = "Northwind"));
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "keep two customers with the same account name");
    }

    private static async Task TakenReference(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        var second = SampleData.Customer("Southwind", d => (d.References[0].System, d.References[0].Id) = ("PSA", "Northwind"));
        await Expect.RefusedAsync(trial, "a customer whose reference is another's", () => trial.Customers.AddAsync(second, trial.Token));
    }

    private static async Task ChangedToTakenReference(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        var other = await trial.SavedAsync(SampleData.Customer("Southwind"));
        CustomerWriteFacts.Edit(other, d => d.References.Add(new ReferenceDraft { System = "psa", Id = "Northwind" }));
        await Expect.RefusedAsync(
            trial,
            "a change to a reference that is another's",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task ReferenceFreed(Trial trial)
    {
        var first = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(first.Id, c => CustomerWriteFacts.Edit(c, d => d.References = []));
        var second = await trial.SavedAsync(SampleData.Customer("Southwind", d => d.References[0].Id = "Northwind"));
        await trial.Customers.DeleteAsync(second, trial.Token);
        await trial.SavedAsync(SampleData.Customer("Westwind", d => d.References[0].Id = "Northwind"));
    }

    private static async Task SameIdOfTwoSystems(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        await trial.SavedAsync(SampleData.Customer("Southwind", d => (d.References[0].System, d.References[0].Id) = ("crm", "Northwind")));
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "keep references of different systems apart");
    }
}
