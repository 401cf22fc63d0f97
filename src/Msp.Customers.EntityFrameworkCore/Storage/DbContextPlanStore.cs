using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The store of service plans in a context whose model calls <c>ApplyMspCustomers</c>.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public sealed class DbContextPlanStore<TContext> : DbContextStore<ServicePlan, PlanId>
    where TContext : DbContext
{
    private readonly TContext context;

    /// <summary>Creates the store.</summary>
    /// <param name="context">The context.</param>
    /// <param name="msp">The MSP that the store serves; <see cref="MspId.Default"/> when omitted.</param>
    /// <param name="changeContext">The change context of the scope. When omitted, the store does not write a change log.</param>
    public DbContextPlanStore(TContext context, MspId? msp = null, ChangeContext? changeContext = null)
        : base(context, msp, changeContext) => this.context = context;

    private protected override Expression<Func<ServicePlan, object?>> IdOf => p => p.Id;

    private protected override PlanId MakeId(string text) => new(text);

    private protected override PlanId KeyOf(ServicePlan entity) => entity.Id;

    private protected override Expression<Func<ServicePlan, bool>> HasId(PlanId id) => p => p.Id == id;

    private protected override Expression<Func<ServicePlan, bool>> IsAmong(List<PlanId> ids) => p => EF.Parameter(ids).Contains(p.Id);

    private protected override IQueryable<ServicePlan> WithParts(IQueryable<ServicePlan> rows) =>
        rows.Include(p => p.Features.OrderBy(f => f.Name)).Include(p => p.AllowedRegions.OrderBy(r => r.Name));

    private protected override IQueryable<StoredVersion> Versions(IQueryable<ServicePlan> rows) =>
        rows.Select(p => new StoredVersion(p.Id, p.Version));

    private protected override IQueryable<StoredSize> Sizes(IQueryable<ServicePlan> rows) =>
        rows.Select(p => new StoredSize(p.Id, (1L + p.Features.Count) * (1L + p.AllowedRegions.Count)));

    // True when the host removed the rule that a plan in use cannot be deleted.
    internal bool DeletesPlansInUse { get; init; }

    private protected override IEnumerable<PlanId> PlansAtStake(IEnumerable<ServicePlan> entities, Write write) =>
        write == Write.Delete && !DeletesPlansInUse ? entities.Select(p => p.Id) : [];

    private protected override async Task<bool> MayWriteAsync(PlanId plan, bool isStored, CancellationToken cancellationToken) =>
        !await context.Set<Customer>().OfMsp(Msp.Value).AnyAsync(c => c.ServicePlan == plan, cancellationToken).ConfigureAwait(false);

    private protected override Func<CancellationToken, Task>? Freeing(IReadOnlyList<ServicePlan> kept, IReadOnlyList<ServicePlan> given) =>
        null;

    private protected override IEnumerable<object> UniqueValues(ServicePlan entity) => [];

    private protected override Task<bool> IsTakenAsync(ServicePlan entity, CancellationToken cancellationToken) => Task.FromResult(false);
}
