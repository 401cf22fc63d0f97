using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another customer has the same id in the same other system.</summary>
public sealed class ReferenceTaken : Policy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal ReferenceTaken(Stored<Customer> stored)
        : base("reference.taken", Severity.Error, "The reference {Reference} is that of customer {OtherId}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var (index, reference) in change.After.References.Index())
        {
            if (change.Before?.References.Contains(reference) == true)
            {
                continue;
            }

            var other = change.SavedAlong.FirstOrDefault(c => c.References.Contains(reference))
                ?? await stored.FirstOrDefaultAsync(new CustomerWithReference(reference), cancellationToken).ConfigureAwait(false);
            if (other is not null && other.Id != change.After.Id)
            {
                found.Add(Violated($"References[{index}]", ("Reference", reference), ("OtherId", other.Id)));
            }
        }
    }
}
