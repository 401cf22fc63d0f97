using Msp.Customers;
using Msp.Customers.ImportExport;

namespace QuickStart;

/// <summary>
/// Registers the content of the files: plans by draft and repository, customers by the library's import. A refused row is reported,
/// and the next row is processed.
/// </summary>
internal sealed class Registration(CustomerImport customers, IRepositoryBase<ServicePlan> plans)
{
    private readonly RegistrationOutcome outcome = new();

    /// <summary>Registers the plans, and the customers with their tenants. Stored plans and customers are not changed.</summary>
    /// <exception cref="InvalidDataException">
    /// A listing cannot be read to its end; the message contains the listing and the reason.
    /// </exception>
    public async Task<RegistrationOutcome> RunAsync(VendorFiles files, CancellationToken cancellationToken = default)
    {
        foreach (var row in Once(files.ServicePlans))
        {
            await OrRefuseAsync(row, unreadable => RegisterPlanAsync(row, unreadable, cancellationToken));
        }

        outcome.Add(
            await customers.RunAsync(files.Customers, new ImportOptions { SkipRefused = true }, cancellationToken: cancellationToken)
        );
        return outcome;
    }

    // The vendor can send a row twice. The second one is reported.
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
                Refuse(row, [OwnRules.RowRepeated.Violated("id", ("Id", row.Id), ("Row", places[row.Id]))]);
            }
        }
    }

    private async Task RegisterPlanAsync(VendorRow row, List<Violation> unreadable, CancellationToken cancellationToken)
    {
        var draft = PlanMapping.Plan(row, unreadable);
        RuleViolationException.ThrowIfAnyError([.. unreadable, .. draft.Check()]);
        var plan = ServicePlan.Create(draft);
        if (await plans.GetByIdAsync(plan.Id, cancellationToken) is not null)
        {
            outcome.PlansAlreadyRegistered++;
            return;
        }

        await plans.AddAsync(plan, cancellationToken);
        outcome.PlansRegistered++;
    }

    private async Task OrRefuseAsync(VendorRow row, Func<List<Violation>, Task> register)
    {
        try
        {
            await register([]);
        }
        catch (RuleViolationException e)
        {
            Refuse(row, e.Violations);
        }
    }

    private void Refuse(VendorRow row, IReadOnlyList<Violation> violations) =>
        outcome.Refused.Add(new RowViolations(row.Place, row.Id, violations));
}
