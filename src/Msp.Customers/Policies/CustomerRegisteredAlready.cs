using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A new customer has the id of one that is stored.</summary>
public sealed class CustomerRegisteredAlready : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal CustomerRegisteredAlready(Stored<Customer> stored)
        : base("customer.registered-already", Severity.Error, "The id {Id} is another customer's.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var registered = changes.Where(c => c.Change.IsNew).ToList();
        var found = await stored
            .ListAsync(registered.Select(c => c.Change.After.Id), ids => new CustomersById(ids), cancellationToken)
            .ConfigureAwait(false);
        var taken = found.Select(c => c.Id).ToHashSet();
        var before = new SavedBefore<Customer, CustomerId>(c => [c.Id]);
        foreach (var (change, told) in registered)
        {
            var id = change.After.Id;
            if (taken.Contains(id) || before.Having(id, change).Any())
            {
                told.Add(Violated(nameof(Customer.Id), ("Id", id)));
            }
        }
    }
}
