using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// Evaluates the rules for customers as if they were saved now, after the preceding customers of the file.
internal sealed class ImportEvaluator(RuleSet<Customer> rules, BusinessCalendar calendar)
{
    private readonly UniqueValues uniqueValues = new();

    // Returns the violations of each customer, of its draft and of the rules.
    public async Task<List<IReadOnlyList<Violation>>> EvaluateAsync(List<ImportedCustomer> imported, CancellationToken cancellationToken)
    {
        var changes = ChangesOf(imported.FindAll(IsEvaluated));
        while (true)
        {
            await rules.EvaluateAsync(changes, cancellationToken).ConfigureAwait(false);
            if (!changes.Exists(c => IsNewlyRefused(c) && UniqueValues.IsAnyReleased(c)))
            {
                break;
            }

            // A refused edit does not release its old name and references: all customers are evaluated again without it.
            changes = changes.ConvertAll(c => Copy(c, isRefused: c.IsRefused || IsNewlyRefused(c)));
        }

        var evaluated = new Queue<Change<Customer>>(changes);
        return imported.ConvertAll(i =>
            i.Outcome == Outcome.Different
                ? [ImportExportCodes.CustomerDiffers.Violated("")]
                : i.Drafted.With(IsEvaluated(i) ? evaluated.Dequeue().Violations : [])
        );
    }

    private static bool IsEvaluated(ImportedCustomer imported) =>
        imported.Outcome is Outcome.Added or Outcome.Edited || (imported.Outcome == Outcome.Refused && imported.Customer is not null);

    // A customer that is refused for its draft is evaluated too, but is not saved and claims no values.
    private List<Change<Customer>> ChangesOf(List<ImportedCustomer> imported)
    {
        var saved = imported.Where(i => i.Outcome != Outcome.Refused).Select(i => i.Customer!).ToArray();
        var changes = new List<Change<Customer>>();
        var savedCount = 0;
        foreach (var (stored, customer, isRefused) in imported.Select(i => (i.Stored, i.Customer!, i.Outcome == Outcome.Refused)))
        {
            changes.Add(
                new Change<Customer>(stored, customer, calendar.Today(customer.TimeZone))
                {
                    SavedWith = new ArraySegment<Customer>(saved, 0, savedCount),
                    ClaimedBy = uniqueValues.Claim(stored, customer, isRefused),
                    Severities = rules.Severities,
                    IsRefused = isRefused,
                }
            );
            savedCount += isRefused ? 0 : 1;
        }

        return changes;
    }

    private static Change<Customer> Copy(Change<Customer> change, bool isRefused) =>
        new(change.Before, change.After, change.Today)
        {
            SavedWith = change.SavedWith,
            ClaimedBy = change.ClaimedBy,
            Severities = change.Severities,
            IsRefused = isRefused,
        };

    private static bool IsNewlyRefused(Change<Customer> change) =>
        !change.IsRefused && change.Violations.Any(v => v.Severity == Severity.Error);
}
