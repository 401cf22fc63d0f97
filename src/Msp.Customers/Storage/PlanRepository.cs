using Microsoft.Extensions.Logging;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers;

/// <summary>The repository of service plans. It evaluates the rules before each save and each deletion.</summary>
public sealed class PlanRepository : ValidatingRepository<ServicePlan>
{
    internal PlanRepository(
        HostStore<ServicePlan> stored,
        RuleSet<ServicePlan> rules,
        BusinessCalendar calendar,
        ILogger<PlanRepository>? logger
    )
        : base(stored, rules, calendar, logger) { }

    private protected override string Kind => "plan";

    private protected override LocalDate Today(ServicePlan entity) => Calendar.Today();

    private protected override Task<List<ServicePlan>> ReadAsync(IEnumerable<ServicePlan> entities, CancellationToken cancellationToken) =>
        Stored.ListAsync(entities.Select(e => e.Id), ids => new PlansById(ids), cancellationToken);
}
