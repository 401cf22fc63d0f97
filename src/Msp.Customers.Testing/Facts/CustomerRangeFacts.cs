using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Facts;

// Whether a range that is refused is stored in part is the store's own.
internal static class CustomerRangeFacts
{
    public static IEnumerable<StorageFact> All =>
    [
        Fact("A range that is added is stored whole", AddedRange),
        Fact("A range that is saved is stored whole", SavedRange),
        Fact("A range that is deleted is gone, and no one else", DeletedRange),
        Fact("What a question answers is deleted, and no one else", DeletedByQuestion),
        Fact("A range in which a save is stale is refused", StaleRange),
    ];

    private static StorageFact Fact(string name, Func<Trial, Task> body) => new(name, StorageSubject.Customers, body);

    private static async Task AddedRange(Trial trial)
    {
        var customers = new Generated(3).Customers(30);
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
        customers.ForEach(c => c.AddContact(Valid.Contact("Linus"), Valid.Rules));
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
        Expect.Equal(1, await trial.Customers.DeleteRangeAsync(new CustomersNamed("b"), trial.Token), "say how many it deleted");
        Expect.Items([customers[0].Id, customers[2].Id], (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id), "delete what a question answers and no one else");
    }

    private static async Task StaleRange(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        await trial.EditAsync(customers[0].Id, c => c.RemoveContact(1, Valid.Rules));
        customers.ForEach(c => c.AddContact(Valid.Contact("Linus"), Valid.Rules));
        var stored = (await trial.FindAsync(customers[0].Id))!.ToSnapshot();
        await Expect.ThrowsAsync<ConcurrencyException>("refuse a range in which one save is stale", () => trial.Customers.UpdateRangeAsync(customers, trial.Token));
        Expect.Same(stored, await trial.FindAsync(customers[0].Id), "leave the customer as it is whose save in a range is stale");
    }
}
