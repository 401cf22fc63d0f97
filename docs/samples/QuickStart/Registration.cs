using Msp.Customers;
using Msp.Customers.Calendars;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace QuickStart;

/// <summary>Registers what the files hold: draft, rules, customer, repository. A refused row is told and the next one goes on.</summary>
internal sealed class Registration(
    CheckedCustomers customers, IRepositoryBase<ServicePlan> plans, CustomerRules rules, DraftRules<PlanDraft> planRules, BusinessCalendar calendar)
{
    private readonly RegistrationOutcome outcome = new();

    /// <summary>Registers the plans and the customers with their tenants. What is stored already is left as it is.</summary>
    public async Task<RegistrationOutcome> RunAsync(VendorFiles files, CancellationToken cancellationToken = default)
    {
        foreach (var row in Once(files.ServicePlans))
        {
            await OrRefuseAsync([row], unreadable => RegisterPlanAsync(row, unreadable, cancellationToken));
        }

        var tenants = Once(files.Tenants).ToLookup(t => t.CustomerId, StringComparer.Ordinal);
        var rows = Once(files.Customers).ToList();
        foreach (var row in rows)
        {
            VendorRow[] own = row.Id is null ? [] : [.. tenants[row.Id]];
            await OrRefuseAsync([row, .. own], unreadable => RegisterCustomerAsync(row, own, unreadable, cancellationToken));
        }

        var known = rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var tenant in tenants.Where(t => t.Key is null || !known.Contains(t.Key)).SelectMany(t => t))
        {
            Refuse([tenant], [TenantCustomerUnknown.Instance.Violated("customerID", ("CustomerId", tenant.CustomerId ?? "(none)"))]);
        }

        return outcome;
    }

    // The vendor may send a row twice. The second is told, so that no quota is counted twice.
    private IEnumerable<VendorRow> Once(IReadOnlyList<VendorRow> rows)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Id is null || places.TryAdd(row.Id, row.Place))
            {
                yield return row;
            }
            else
            {
                Refuse([row], [RowRepeated.Instance.Violated("id", ("Id", row.Id), ("Row", places[row.Id]))]);
            }
        }
    }

    private async Task RegisterPlanAsync(VendorRow row, List<Violation> unreadable, CancellationToken cancellationToken)
    {
        var draft = VendorMapping.Plan(row, unreadable);
        RuleViolationException.ThrowIfAnyError([.. unreadable, .. planRules.Check(draft)]);
        var plan = ServicePlan.Create(draft, planRules);
        if (await plans.GetByIdAsync(plan.Id, cancellationToken) is not null)
        {
            outcome.PlansAlreadyRegistered++;
            return;
        }

        await plans.AddAsync(plan, cancellationToken);
        outcome.PlansRegistered++;
    }

    private async Task RegisterCustomerAsync(
        VendorRow row, IReadOnlyList<VendorRow> tenants, List<Violation> unreadable, CancellationToken cancellationToken)
    {
        var draft = VendorMapping.Customer(row, tenants, unreadable);
        var createdOn = VendorMapping.CreatedOn(row, unreadable);
        foreach (var violation in unreadable)
        {
            draft.Unreadable.Add(violation);
        }

        var customer = createdOn is { } day ? Customer.Register(draft, rules, day) : Customer.Register(draft, rules, calendar);
        if (await customers.AnyAsync(new CustomerWithReference(customer.References[0]), cancellationToken))
        {
            outcome.AlreadyRegistered++;
            return;
        }

        var violations = await customers.CheckAsync(customer, cancellationToken);
        await customers.AddAsync(customer, cancellationToken);
        outcome.Registered++;
        if (violations.Count > 0)
        {
            outcome.Warned.Add(Findings([row, .. tenants], violations));
        }
    }

    private async Task OrRefuseAsync(IReadOnlyList<VendorRow> rows, Func<List<Violation>, Task> register)
    {
        try
        {
            await register([]);
        }
        catch (RuleViolationException e)
        {
            Refuse(rows, e.Violations);
        }
    }

    private void Refuse(IReadOnlyList<VendorRow> rows, IReadOnlyList<Violation> violations) => outcome.Refused.Add(Findings(rows, violations));

    private static RowFindings Findings(IReadOnlyList<VendorRow> rows, IReadOnlyList<Violation> violations) =>
        new(string.Join('\n', rows.Select(r => r.Place)), rows[0].Id, violations);
}
