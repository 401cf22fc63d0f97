using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another customer has the same id in the same other system.</summary>
public sealed class ReferenceTaken : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal ReferenceTaken(Stored<Customer> stored)
        : base("reference.taken", Severity.Error, "The reference {Reference} is that of customer {OtherId}.") =>
        this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var found = await stored
            .ListAsync(
                changes.SelectMany(c => c.Change.After.References.Where(r => IsNew(r, c.Change))),
                references => new CustomersByReference(references),
                cancellationToken
            )
            .ConfigureAwait(false);
        var others = found.SelectMany(c => c.References, (c, reference) => (c, reference)).ToLookup(o => o.reference, o => o.c);
        var before = new SavedBefore<Customer, ExternalReference>(c => c.References);
        foreach (var (change, told) in changes)
        {
            foreach (var (index, reference) in change.After.References.Index())
            {
                if (
                    IsNew(reference, change)
                    && before.Having(reference, change).Concat(others[reference]).FirstOrDefault() is { } other
                    && other.Id != change.After.Id
                )
                {
                    told.Add(Violated($"References[{index}]", ("Reference", reference), ("OtherId", other.Id)));
                }
            }
        }
    }

    private static bool IsNew(ExternalReference reference, Change<Customer> change) =>
        change.Before?.References.Contains(reference) != true;
}
