namespace Msp.Customers.Testing;

// When an added range is refused, the store decides whether the customers before the refused one stay stored. Changes are stored all or
// none.
internal static class CustomerRangeFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A range that is added is stored whole", AddedRange),
            Fact("A range that is saved is stored whole", SavedRange),
            Fact("A range that is deleted is gone, and no one else", DeletedRange),
            Fact("What a question answers is deleted, and no one else", DeletedByQuestion),
            Fact("A range in which an id is taken is refused, and nothing of it is stored by half", TakenRange),
            Fact("A range in which a save is stale is refused, and nothing of it is stored", StaleRange),
            Fact("A range in which a deletion is stale is refused, and what follows stays stored", StaleDeletion),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task AddedRange(Trial trial)
    {
        var customers = new Generated(3).Customers(30);
        await trial.PlansOfAsync(customers);
        var saved = customers.ToDictionary(c => c.Id, c => c.ToSnapshot());
        var returned = await trial.Customers.AddRangeAsync(customers, trial.Token);
        Expect.Items(customers.Select(c => c.Id), returned.Select(c => c.Id), "return the customers that it was given to add");
        foreach (var customer in customers)
        {
            Expect.Same(saved[customer.Id], customer, "leave each customer of a range as it was, and tell it that it is stored");
            Expect.Same(saved[customer.Id], await trial.FindAsync(customer.Id), "store each customer of a range that is added");
        }
    }

    private static async Task SavedRange(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await trial.Customers.UpdateRangeAsync(customers, trial.Token);
        foreach (var customer in customers)
        {
            Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id), "store each customer of a range that is saved");
        }
    }

    private static async Task DeletedRange(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        Expect.Equal(2, await trial.Customers.DeleteRangeAsync(customers.Take(2), trial.Token), "say how many it deleted");
        Expect.Items([customers[2].Id], (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id), "delete a range and no one else");
    }

    private static async Task DeletedByQuestion(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        Expect.Equal(
            1,
            await trial.Customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Name = "b" }), trial.Token),
            "say how many it deleted"
        );
        Expect.Items(
            [customers[0].Id, customers[2].Id],
            (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id),
            "delete what a question answers and no one else"
        );
    }

    private static async Task TakenRange(Trial trial)
    {
        var stored = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "taken"));
        List<Customer> range = [SampleData.Customer("A"), SampleData.Customer("B", d => d.Id = "taken"), SampleData.Customer("C")];
        await RefusedAsync(
            trial,
            range,
            "an id is taken",
            c => c == range[1] ? stored.ToSnapshot() : null,
            () => trial.Customers.AddRangeAsync(range, trial.Token)
        );
        Expect.Equal(0, range[1].OriginalVersion, "leave a customer that was refused as one that is not stored");
    }

    private static async Task StaleRange(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        await trial.EditAsync(customers[1].Id, c => c.RemoveContact(1));
        var before = (await trial.Customers.ListAsync(trial.Token)).ToDictionary(c => c.Id, c => c.ToSnapshot());
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await RefusedAsync(
            trial,
            customers,
            "a save is stale",
            c => before[c.Id],
            () => trial.Customers.UpdateRangeAsync(customers, trial.Token)
        );
        foreach (var customer in customers)
        {
            Expect.Equal(1, customer.OriginalVersion, "leave the stored version of each object of a range that was refused as it was");
        }
    }

    private static async Task StaleDeletion(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        await trial.EditAsync(customers[1].Id, c => c.RemoveContact(1));
        await Expect.ThrowsAsync<ConcurrencyException>(
            "refuse a range in which a deletion is stale",
            () => trial.Customers.DeleteRangeAsync(customers, trial.Token)
        );
        Expect.Equal(2L, (await trial.FindAsync(customers[1].Id))?.Version, "keep a customer whose deletion in a range is stale");
        Expect.Same(
            customers[2].ToSnapshot(),
            await trial.FindAsync(customers[2].Id),
            "keep a customer whose deletion comes after one that is refused"
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
                $"store nothing of a range after what is refused because {why}",
                $"that item {index} is reported as stored"
            );
            var (expected, found) = (isStored ? customer.ToSnapshot() : before(customer), await trial.FindAsync(customer.Id));
            if (expected is null)
            {
                Expect.Equal(null, found, $"store nothing of a customer of a refused range that is not reported as stored");
            }
            else
            {
                Expect.Same(expected, found, $"store a customer of a refused range whole, and tell it so, or not at all, when {why}");
            }
        }
    }
}
