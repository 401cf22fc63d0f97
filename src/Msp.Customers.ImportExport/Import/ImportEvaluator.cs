using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// Evaluates customers as if they were saved now, together with the preceding customers of the file, and returns the violations of
// the drafts
// and of the rules.
internal sealed class ImportEvaluator(RuleSet<Customer> rules, CustomerTerms terms, BusinessCalendar calendar, Outcomes outcomes)
{
    // Returns the violations of each customer.
    public async Task<List<IReadOnlyList<Violation>>> EvaluateAsync(List<ImportedCustomer> created, CancellationToken cancellationToken)
    {
        var evaluated = new Dictionary<ImportedCustomer, Change<Customer>>(ReferenceEqualityComparer.Instance);
        created.FindAll(IsEvaluated).ForEach(m => evaluated.Add(m, Change(m)));
        while (true)
        {
            await rules.EvaluateAsync([.. evaluated.Values], cancellationToken).ConfigureAwait(false);
            var refused = new HashSet<ImportedCustomer>(
                evaluated.Where(IsNewlyRefused).Select(j => j.Key),
                ReferenceEqualityComparer.Instance
            );
            if (!refused.Any(GivesUp))
            {
                break;
            }

            // A refused edit does not free its old name and references: all customers are evaluated again without it.
            foreach (var (item, change) in evaluated.ToList())
            {
                evaluated[item] = Of(change, change.IsRefused || refused.Contains(item));
            }
        }

        return created.ConvertAll(m =>
            m.Outcome == Outcome.Different
                ? [ImportExportCodes.CustomerDiffers.Violated("")]
                : m.Drafted.With(evaluated.TryGetValue(m, out var change) ? change.Violations : [])
        );
    }

    private static Change<Customer> Of(Change<Customer> change, bool isRefused) =>
        new(change.Before, change.After, change.Today)
        {
            SavedWith = change.SavedWith,
            Severities = change.Severities,
            IsRefused = isRefused,
        };

    private static bool IsNewlyRefused(KeyValuePair<ImportedCustomer, Change<Customer>> evaluated) =>
        !evaluated.Value.IsRefused && evaluated.Value.Violations.Any(v => v.Severity == Severity.Error);

    private static bool GivesUp(ImportedCustomer created) =>
        created is { Stored: { } stored, Customer: { } customer }
        && (stored.Account.OrganizationKey != customer.Account.OrganizationKey || stored.References.Except(customer.References).Any());

    private static bool IsEvaluated(ImportedCustomer created) =>
        created.Outcome is Outcome.Added or Outcome.Edited || (created.Outcome == Outcome.Refused && created.Customer is not null);

    private Change<Customer> Change(ImportedCustomer created) =>
        new(created.Stored, created.Customer!, calendar.Today(created.Customer!.TimeZone))
        {
            SavedWith = [.. Earlier(created.Stored, created.Customer, created.Rows, isClaimed: created.Outcome != Outcome.Refused)],
            Severities = rules.Severities,
            IsRefused = created.Outcome == Outcome.Refused,
        };

    // Of customers evaluated before, only hashes of unique values are kept. For a repeated value, the rules receive a stand-in
    // whose id names the row
    // of the earlier one. A refused row does not claim a value.
    private IEnumerable<Customer> Earlier(Customer? before, Customer after, CustomerRows rows, bool isClaimed)
    {
        var name = after.Account.OrganizationName;
        if (
            before?.Account.OrganizationKey != after.Account.OrganizationKey
            && outcomes.FirstLine($"name\0{after.Account.OrganizationKey}", rows.Row.Line, isClaimed) is { } named
        )
        {
            yield return StandIn(rows.File, named, name, []);
        }

        foreach (var reference in after.References.Except(before?.References ?? []))
        {
            if (outcomes.FirstLine($"reference\0{reference.System}\0{reference.Id}", rows.Row.Line, isClaimed) is { } referenced)
            {
                yield return StandIn(
                    rows.File,
                    referenced,
                    $"line {referenced}",
                    [new ReferenceDraft { System = reference.System, Id = reference.Id }]
                );
            }
        }
    }

    private Customer StandIn(ImportFile file, long line, string organization, IList<ReferenceDraft> references) =>
        Customer.Register(
            new CustomerDraft
            {
                Id = $"of {RowViolation.PlaceOf(file, line)}",
                AccountName = "earlier",
                OrganizationName = organization,
                References = references,
            },
            terms,
            SupportedDates.First
        );
}
