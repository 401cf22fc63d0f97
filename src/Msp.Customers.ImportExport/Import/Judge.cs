using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// Evaluates customers as if they were saved now, together with the preceding customers of the file, and returns the violations of
// the drafts
// and of the rules.
internal sealed class Judge(RuleSet<Customer> rules, CustomerTerms terms, BusinessCalendar calendar, Outcomes outcomes)
{
    // Returns the violations of each customer.
    public async Task<List<IReadOnlyList<Violation>>> AskAsync(List<CreatedCustomer> made, CancellationToken cancellationToken)
    {
        var judged = new Dictionary<CreatedCustomer, Change<Customer>>(ReferenceEqualityComparer.Instance);
        made.FindAll(IsEvaluated).ForEach(m => judged.Add(m, Change(m)));
        while (true)
        {
            await rules.EvaluateAsync([.. judged.Values], cancellationToken).ConfigureAwait(false);
            var refused = new HashSet<CreatedCustomer>(judged.Where(IsNewlyRefused).Select(j => j.Key), ReferenceEqualityComparer.Instance);
            if (!refused.Any(GivesUp))
            {
                break;
            }

            // A refused edit does not free its old name and references: all customers are evaluated again without it.
            foreach (var (item, change) in judged.ToList())
            {
                judged[item] = Of(change, change.IsRefused || refused.Contains(item));
            }
        }

        return made.ConvertAll(m =>
            m.Outcome == Outcome.Different
                ? [ImportExportCodes.CustomerDiffers.Violated("")]
                : m.Drafted.With(judged.TryGetValue(m, out var change) ? change.Violations : [])
        );
    }

    private static Change<Customer> Of(Change<Customer> change, bool isRefused) =>
        new(change.Before, change.After, change.Today)
        {
            SavedWith = change.SavedWith,
            Severities = change.Severities,
            IsRefused = isRefused,
        };

    private static bool IsNewlyRefused(KeyValuePair<CreatedCustomer, Change<Customer>> judged) =>
        !judged.Value.IsRefused && judged.Value.Violations.Any(v => v.Severity == Severity.Error);

    private static bool GivesUp(CreatedCustomer made) =>
        made is { Stored: { } stored, Customer: { } customer }
        && (stored.Account.OrganizationKey != customer.Account.OrganizationKey || stored.References.Except(customer.References).Any());

    private static bool IsEvaluated(CreatedCustomer made) =>
        made.Outcome is Outcome.Added or Outcome.Edited || (made.Outcome == Outcome.Refused && made.Customer is not null);

    private Change<Customer> Change(CreatedCustomer made) =>
        new(made.Stored, made.Customer!, calendar.Today(made.Customer!.TimeZone))
        {
            SavedWith = [.. Earlier(made.Stored, made.Customer, made.Rows, isClaimed: made.Outcome != Outcome.Refused)],
            Severities = rules.Severities,
            IsRefused = made.Outcome == Outcome.Refused,
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
