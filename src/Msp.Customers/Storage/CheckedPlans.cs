using Microsoft.Extensions.Logging;
using Msp.Customers.Calendars;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Storage;

/// <summary>The repository of service plans.</summary>
public sealed class CheckedPlans : CheckedRepository<ServicePlan>
{
    internal CheckedPlans(Stored<ServicePlan> stored, RuleSet<ServicePlan> rules, BusinessCalendar calendar, ILogger<CheckedPlans>? logger)
        : base(stored, rules, calendar, logger) { }

    private protected override string Kind => "plan";

    private protected override LocalDate Today(ServicePlan entity) => Calendar.Today();

    private protected override bool IsNew(ServicePlan entity) => entity.StoredVersion == 0;

    private protected override bool IsOutdated(ServicePlan entity, ServicePlan? stored) =>
        entity.StoredVersion != 0 && entity.Version != entity.StoredVersion && entity.StoredVersion != stored?.Version;

    private protected override object IdOf(ServicePlan entity) => entity.Id;

    private protected override Task<List<ServicePlan>> ReadAsync(IEnumerable<ServicePlan> entities, CancellationToken cancellationToken) =>
        Stored.ListAsync(entities.Select(e => e.Id), ids => new PlansById(ids), cancellationToken);
}
