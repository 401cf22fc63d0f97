using Msp.Customers;
using Msp.Customers.Calendars;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace QuickStart;

/// <summary>A row that was refused, and why.</summary>
public sealed record RefusedRow(string Place, string? Id, IReadOnlyList<Violation> Violations);

/// <summary>What became of the rows.</summary>
public sealed record RegistrationOutcome(
    int Plans, int Registered, int AlreadyRegistered, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<RefusedRow> Warned);

/// <summary>Registers what the files hold: draft, rules, customer, repository. A refused row is told and the next one goes on.</summary>
public sealed class Registration(
    CheckedCustomers customers, IRepositoryBase<ServicePlan> plans, CustomerRules rules, DraftRules<PlanDraft> planRules, BusinessCalendar calendar)
{
    private readonly List<RefusedRow> refused = [];
    private readonly List<RefusedRow> warned = [];

    /// <summary>Registers the plans and the customers with their tenants. What is stored already is left as it is.</summary>
    public async Task<RegistrationOutcome> RunAsync(VendorFiles files, CancellationToken cancellationToken = default)
    {
        var newPlans = 0;
        foreach (var row in files.ServicePlans)
        {
            newPlans += await RegisterPlanAsync(row, cancellationToken) ? 1 : 0;
        }

        var tenants = files.Tenants.ToLookup(t => t.Text("customerID", "", []) ?? "", StringComparer.Ordinal);
        var (registered, already) = (0, 0);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in files.Customers)
        {
            var draft = VendorMapping.Customer(row);
            known.Add(draft.Id ?? "");
            foreach (var tenant in tenants[draft.Id ?? ""])
            {
                VendorMapping.AddTenant(draft, tenant);
            }

            if (await IsStoredAsync(draft, cancellationToken))
            {
                already++;
            }
            else
            {
                registered += await RegisterAsync(draft, row, cancellationToken) ? 1 : 0;
            }
        }

        foreach (var tenant in tenants.Where(t => !known.Contains(t.Key)).SelectMany(t => t))
        {
            var id = tenant.Text("customerID", "", []);
            Refuse(tenant, tenant.Text("id", "", []), [TenantCustomerUnknown.Instance.Violated("CustomerId", ("CustomerId", id ?? "(none)"))]);
        }

        return new RegistrationOutcome(newPlans, registered, already, refused, warned);
    }

    private async Task<bool> RegisterPlanAsync(VendorRow row, CancellationToken cancellationToken)
    {
        var unreadable = new List<Violation>();
        var draft = VendorMapping.Plan(row, unreadable);
        if (unreadable.Count > 0)
        {
            Refuse(row, draft.Id, unreadable);
            return false;
        }

        try
        {
            var plan = ServicePlan.Create(draft, planRules);
            if (await plans.GetByIdAsync(plan.Id, cancellationToken) is not null)
            {
                return false;
            }

            await plans.AddAsync(plan, cancellationToken);
            return true;
        }
        catch (RuleViolationException e)
        {
            Refuse(row, draft.Id, e.Violations);
            return false;
        }
    }

    private async Task<bool> IsStoredAsync(CustomerDraft draft, CancellationToken cancellationToken) =>
        draft.Unreadable.Count == 0 && rules.Check(draft).All(v => v.Severity != Severity.Error)
        && await customers.AnyAsync(new CustomerWithReference(new ExternalReference(VendorMapping.System, draft.Id!)), cancellationToken);

    private async Task<bool> RegisterAsync(CustomerDraft draft, VendorRow row, CancellationToken cancellationToken)
    {
        var createdOn = row.Date("createdOn", nameof(Customer.RegisteredOn), draft.Unreadable);
        try
        {
            var customer = createdOn is { } day ? Customer.Register(draft, rules, day) : Customer.Register(draft, rules, calendar);
            var violations = await customers.CheckAsync(customer, cancellationToken);
            await customers.AddAsync(customer, cancellationToken);
            if (violations.Count > 0)
            {
                warned.Add(new RefusedRow(row.Place, draft.Id, violations));
            }

            return true;
        }
        catch (RuleViolationException e)
        {
            Refuse(row, draft.Id, e.Violations);
            return false;
        }
    }

    private void Refuse(VendorRow row, string? id, IReadOnlyList<Violation> violations) => refused.Add(new RefusedRow(row.Place, id, violations));
}
