namespace Msp.Customers.Testing;

// When an added range is refused, the store decides whether the customers before the refused one stay stored. Changes are stored all or
// none.
internal static class CustomerRangeFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("AddRangeAsync stores all customers", AddedRange),
            Fact("UpdateRangeAsync stores all customers", UpdatedRange),
            Fact("DeleteRangeAsync deletes the given customers and no others", DeletedRange),
            Fact("DeleteRangeAsync with a specification deletes the matching customers and no others", DeletedBySpecification),
            Fact("Adding a range with an id that is already used is refused, and no customer is stored in part", TakenRange),
            Fact("Updating a range with a stale customer is refused and changes nothing", StaleRange),
            Fact("Deleting a range with a stale customer is refused, and the customers after it stay stored", StaleDeletion),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task AddedRange(Trial trial)
    {
        var customers = new GeneratedData(3).Customers(30);
        await trial.AddPlansAsync(customers);
        var saved = customers.ToDictionary(c => c.Id, c => c.ToSnapshot());
        var returned = await trial.Customers.AddRangeAsync(customers, trial.Token);
        Expect.Items(customers.Select(c => c.Id), returned.Select(c => c.Id), "return the added customers");
        foreach (var customer in customers)
        {
            Expect.Same(saved[customer.Id], customer, "keep each customer of an added range unchanged, and set its OriginalVersion");
            Expect.Same(saved[customer.Id], await trial.FindAsync(customer.Id), "store each customer of an added range");
        }
    }

    private static async Task UpdatedRange(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await trial.Customers.UpdateRangeAsync(customers, trial.Token);
        foreach (var customer in customers)
        {
            Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "store each customer of an updated range");
        }
    }

    private static async Task DeletedRange(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        Expect.Equal(2, await trial.Customers.DeleteRangeAsync(customers.Take(2), trial.Token), "return the number of deleted customers");
        Expect.Items(
            [customers[2].Id],
            (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id),
            "delete the customers of a range and no others"
        );
    }

    private static async Task DeletedBySpecification(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        Expect.Equal(
            1,
            await trial.Customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Name = "b" }), trial.Token),
            "return the number of deleted customers"
        );
        Expect.Items(
            [customers[0].Id, customers[2].Id],
            (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id),
            "delete the customers that match a specification and no others"
        );
    }

    private static async Task TakenRange(Trial trial)
    {
        var stored = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "taken"));
        List<Customer> range = [SampleData.Customer("A"), SampleData.Customer("B", d => d.Id = "taken"), SampleData.Customer("C")];
        await RefusedAsync(
            trial,
            range,
            "an id is already used",
            c => c == range[1] ? stored.ToSnapshot() : null,
            () => trial.Customers.AddRangeAsync(range, trial.Token)
        );
        Expect.Equal(0, range[1].OriginalVersion, "keep OriginalVersion of a refused new customer");
    }

    private static async Task StaleRange(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        await trial.EditAsync(customers[1].Id, c => c.RemoveContact(1));
        var before = (await trial.Customers.ListAsync(trial.Token)).ToDictionary(c => c.Id, c => c.ToSnapshot());
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await RefusedAsync(
            trial,
            customers,
            "an update is stale",
            c => before[c.Id],
            () => trial.Customers.UpdateRangeAsync(customers, trial.Token)
        );
        foreach (var customer in customers)
        {
            Expect.Equal(1, customer.OriginalVersion, "keep OriginalVersion of each customer of a refused range");
        }
    }

    private static async Task StaleDeletion(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        await trial.EditAsync(customers[1].Id, c => c.RemoveContact(1));
        await Expect.ThrowsAsync<ConcurrencyException>(
            "refuse a range in which a deletion is stale",
            () => trial.Customers.DeleteRangeAsync(customers, trial.Token)
        );
        Expect.Equal(
            2L,
            (await trial.FindAsync(customers[1].Id))?.Version,
            "keep the version of a customer whose deletion in a range is stale"
        );
        Expect.Same(
            customers[2].ToSnapshot(),
            await trial.FindAsync(customers[2].Id),
            "keep a customer after the refused deletion of a range"
        );
    }

    // The second of three customers is refused. The first is stored or unchanged, and its version must show which. The others are
    // unchanged.
    private static async Task RefusedAsync(
        Trial trial,
        List<Customer> range,
        string why,
        Func<Customer, CustomerSnapshot?> before,
        Func<Task> write
    )
    {
        await Expect.ThrowsAsync<ConcurrencyException>($"refuse a range in which {why}", write);
        foreach (var (index, customer) in range.Index())
        {
            var isStored = customer.OriginalVersion == customer.Version;
            Expect.That(
                index == 0 || !isStored,
                $"store no customer after the refused one of a range in which {why}",
                $"item {index} is reported as stored"
            );
            var (expected, found) = (isStored ? customer.ToSnapshot() : before(customer), await trial.FindAsync(customer.Id));
            if (expected is null)
            {
                Expect.Equal(null, found, "store no customer of a refused range that is not reported as stored");
            }
            else
            {
                Expect.Same(
                    expected,
                    found,
                    $"store a customer completely and set its OriginalVersion, or do neither, in a range in which {why}"
                );
            }
        }
    }
}
