namespace Msp.Customers.Testing;

internal static class UniqueValueFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A new customer with an organization name that is already used, in any case and spacing, is refused", TakenName),
            Fact("A change to an organization name that is already used is refused", RenamedToTaken),
            Fact("An organization name can be used again when its customer is renamed or deleted", NameReused),
            Fact("Two or three customers can exchange their organization names in one call", NamesExchanged),
            Fact("Two customers can have the same account name", SameAccountName),
            Fact("A new customer with a reference that is already used is refused", TakenReference),
            Fact("A change to a reference that is already used is refused", ChangedToTakenReference),
            Fact("A reference can be used again when its customer removes it or is deleted", ReferenceReused),
            Fact("Two customers can exchange their references in one call, and one can take the reference of another", ReferencesExchanged),
            Fact("Two customers can have the same reference id in different systems", SameIdOfTwoSystems),
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
                "a new customer with a normalized organization name that is already used",
                () => trial.Customers.AddAsync(second, trial.Token)
            );
            Expect.Equal(0, second.OriginalVersion, "keep OriginalVersion of a refused new customer");
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
            "a change to an organization name that is already used",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task NameReused(Trial trial)
    {
        var first = await trial.SavedAsync(SampleData.Customer());
        await trial.EditAsync(first.Id, c => CustomerWriteFacts.Edit(c, d => d.OrganizationName = "Eastwind"));
        var second = await trial.SavedAsync(SampleData.Customer("Southwind", d => d.OrganizationName = "Northwind Traders"));
        await trial.Customers.DeleteAsync(second, trial.Token);
        await trial.SavedAsync(SampleData.Customer("Westwind", d => d.OrganizationName = "Northwind Traders"));
    }

    private static async Task NamesExchanged(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        var names = customers.ConvertAll(c => c.Account.OrganizationName);
        foreach (var range in new[] { customers.Take(2).ToList(), customers })
        {
            await ExchangeAsync(trial, range, "names", (c, next) => d => d.OrganizationName = next.Account.OrganizationName);
        }

        Expect.Items(
            [names[0], names[2], names[1]],
            customers.Select(c => c.Account.OrganizationName),
            "keep the new name of each customer of a range"
        );
    }

    private static async Task ReferencesExchanged(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        await ExchangeAsync(trial, customers.Take(2).ToList(), "references", (_, next) => d => d.References = Copies(next));
        CustomerWriteFacts.Edit(customers[1], d => d.References = Copies(customers[0]));
        CustomerWriteFacts.Edit(customers[0], d => d.References = []);
        await StoredAsync(trial, [customers[1], customers[0]], "store a range in which one customer takes the reference of another");
    }

    private static List<ReferenceDraft> Copies(Customer customer) =>
        [.. customer.References.Select(r => new ReferenceDraft { System = r.System, Id = r.Id })];

    // Each customer takes the value of the next one, and the last takes the value of the first.
    private static async Task ExchangeAsync(
        Trial trial,
        List<Customer> range,
        string what,
        Func<Customer, Customer, Action<CustomerDraft>> change
    )
    {
        var edits = range.Select((c, i) => change(c, Customer.FromSnapshot(range[(i + 1) % range.Count].ToSnapshot()))).ToList();
        foreach (var (customer, edit) in range.Zip(edits))
        {
            CustomerWriteFacts.Edit(customer, edit);
        }

        await StoredAsync(trial, range, $"store a range in which {range.Count} customers exchange their {what}");
    }

    private static async Task StoredAsync(Trial trial, List<Customer> range, string expectation)
    {
        try
        {
            await trial.Customers.UpdateRangeAsync(range, trial.Token);
        }
        catch (ConcurrencyException e)
        {
            throw new ConformanceException($"A store is expected to {expectation}; it refused: {e.Message}", e);
        }

        foreach (var customer in range)
        {
            Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), expectation);
        }
    }

    private static async Task SameAccountName(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.AccountName = "Northwind"));
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "store two customers with the same account name");
    }

    private static async Task TakenReference(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        var second = SampleData.Customer("Southwind", d => (d.References[0].System, d.References[0].Id) = ("PSA", "Northwind"));
        await Expect.RefusedAsync(
            trial,
            "a new customer with a reference that is already used",
            () => trial.Customers.AddAsync(second, trial.Token)
        );
    }

    private static async Task ChangedToTakenReference(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        var other = await trial.SavedAsync(SampleData.Customer("Southwind"));
        CustomerWriteFacts.Edit(other, d => d.References.Add(new ReferenceDraft { System = "psa", Id = "Northwind" }));
        await Expect.RefusedAsync(
            trial,
            "a change to a reference that is already used",
            () => trial.Customers.UpdateAsync(other, trial.Token)
        );
    }

    private static async Task ReferenceReused(Trial trial)
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
        Expect.Equal(2, await trial.Customers.CountAsync(trial.Token), "store the same reference id for two systems");
    }
}
