using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A new customer has the id of one that is stored.</summary>
public sealed class CustomerRegisteredAlready : Policy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal CustomerRegisteredAlready(Stored<Customer> stored)
        : base("customer.registered-already", Severity.Error, "The id {Id} is another customer's.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.IsNew && (change.SavedAlong.Any(c => c.Id == change.After.Id)
            || await stored.AnyAsync(new CustomerAsStored(change.After.Id), cancellationToken).ConfigureAwait(false)))
        {
            found.Add(Violated(nameof(Customer.Id), ("Id", change.After.Id)));
        }
    }
}
