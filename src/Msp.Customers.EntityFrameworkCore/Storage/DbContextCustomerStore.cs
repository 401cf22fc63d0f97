using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Queries;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The store of customers in a context whose model calls <c>ApplyMspCustomers</c>.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public sealed partial class DbContextCustomerStore<TContext> : DbContextStore<Customer, CustomerId>
    where TContext : DbContext
{
    private readonly TContext context;

    /// <summary>Creates the store.</summary>
    /// <param name="context">The context.</param>
    /// <param name="msp">The MSP that the store serves; <see cref="MspId.Default"/> when omitted.</param>
    /// <param name="changeContext">The change context of the scope. When omitted, the store does not write a change log.</param>
    public DbContextCustomerStore(TContext context, MspId? msp = null, ChangeContext? changeContext = null)
        : base(context, msp, changeContext) => this.context = context;

    private bool NamesAreUnique => context.Model.HasUniqueOrganizationNames();

    // Starts at the references, because SQLite reads every customer in the other direction.
    private protected override IQueryable<Customer> RowsFor(ISpecification<Customer> specification) =>
        specification is IKeyedSpecification<ExternalReference> { Keys: var references } ? RowsWithAny(references) : Rows;

    // A customer that has several of the references is returned once.
    private IQueryable<Customer> RowsWithAny(IReadOnlyCollection<ExternalReference> references)
    {
        if (references.Count == 1)
        {
            var (system, id) = (references.First().System, references.First().Id);
            return Rows.SelectMany(c => c.References.Where(r => r.System == system && r.Id == id), (c, _) => c);
        }

        var (systems, ids) = (references.Select(r => r.System).Distinct().ToList(), references.Select(r => r.Id).Distinct().ToList());
        var found = Rows.SelectMany(c => c.References.Where(r => systems.Contains(r.System) && ids.Contains(r.Id)), (c, _) => c.Id);
        return Rows.Where(c => found.Contains(c.Id));
    }

    private protected override Expression<Func<Customer, object?>> IdOf => c => c.Id;

    private protected override CustomerId MakeId(string text) => new(text);

    private protected override CustomerId KeyOf(Customer entity) => entity.Id;

    private protected override Expression<Func<Customer, bool>> HasId(CustomerId id) => c => c.Id == id;

    private protected override Expression<Func<Customer, bool>> IsAmong(List<CustomerId> ids) => c => EF.Parameter(ids).Contains(c.Id);

    private protected override IQueryable<Customer> WithParts(IQueryable<Customer> rows) =>
        rows.Include(c => c.StorageRegions.OrderBy(r => r.Name))
            .Include(c => c.Quotas.OrderBy(q => q.Number))
            .Include(c => c.Schedules.OrderBy(s => s.Number))
            .Include(c => c.Contacts.OrderBy(p => p.Number))
            .Include(c => c.References.OrderBy(r => r.System).ThenBy(r => r.Id));

    private protected override IQueryable<StoredVersion> Versions(IQueryable<Customer> rows) =>
        rows.Select(c => new StoredVersion(c.Id, c.Version));

    private protected override IQueryable<StoredSize> Sizes(IQueryable<Customer> rows) =>
        rows.Select(c => new StoredSize(
            c.Id,
            (1L + c.StorageRegions.Count)
                * (1L + c.Quotas.Count)
                * (1L + c.Schedules.Count)
                * (1L + c.Contacts.Count)
                * (1L + c.References.Count)
        ));

    // True when the host removed the rule that a chosen plan must be stored.
    internal bool TakesAnyPlan { get; init; }

    // The current plan of a customer is not checked.
    private protected override IEnumerable<PlanId> PlansAtStake(IEnumerable<Customer> entities, Write write) =>
        TakesAnyPlan ? []
        : write == Write.Add ? entities.Select(c => c.ServicePlan).OfType<PlanId>()
        : context
            .ChangeTracker.Entries<Customer>()
            .Where(c => c.State == EntityState.Modified && c.Property(x => x.ServicePlan).IsModified)
            .Select(c => c.Entity.ServicePlan)
            .OfType<PlanId>();

    private protected override Task<bool> MayWriteAsync(PlanId plan, bool isStored, CancellationToken cancellationToken) =>
        Task.FromResult(isStored);

    private protected override IEnumerable<object> UniqueValues(Customer entity) =>
        NamesAreUnique ? [entity.Account.OrganizationKey, .. entity.References] : entity.References;

    private protected override async Task<bool> IsTakenAsync(Customer entity, CancellationToken cancellationToken)
    {
        var taken =
            NamesAreUnique
            && await Rows.AnyAsync(c => c.Id != entity.Id && c.Account.OrganizationKey == entity.Account.OrganizationKey, cancellationToken)
                .ConfigureAwait(false);
        foreach (var reference in entity.References)
        {
            taken =
                taken
                || await RowsFor(new CustomersByReference(reference))
                    .AnyAsync(c => c.Id != entity.Id, cancellationToken)
                    .ConfigureAwait(false);
        }

        return taken;
    }
}
