using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Transfer.Import;

// Asks the policies about customers as if they were saved now, together with those of the file that were judged before them.
internal sealed class Judge(PolicySet<Customer> policies, BusinessCalendar calendar, Outcomes outcomes)
{
    private static readonly CustomerRules NoRules = new([]);

    // What is to be told of each.
    public async Task<List<IReadOnlyList<Violation>>> AskAsync(List<Made> made, CancellationToken cancellationToken)
    {
        var changes = made.FindAll(IsSaved).ConvertAll(Change);
        var found = new Queue<IReadOnlyList<Violation>>(await policies.JudgeAllAsync(changes, cancellationToken).ConfigureAwait(false));
        return made.ConvertAll(m =>
            IsSaved(m) ? found.Dequeue()
            : m.Outcome == Outcome.Different ? [TransferRule.CustomerDiffers.Violated("")]
            : m.Refusals
        );
    }

    private static bool IsSaved(Made made) => made.Outcome is Outcome.Added or Outcome.Edited;

    private Change<Customer> Change(Made made) =>
        new(made.Stored, made.Customer!, calendar.Today(made.Customer!.TimeZone))
        {
            SavedAlong = [.. Earlier(made.Stored, made.Customer, made.Rows)],
        };

    // Of those judged before only the hash of what must be unique is kept. Where it is met again, a stand-in has it, whose id is its place,
    // and the policies decide what that means.
    private IEnumerable<Customer> Earlier(Customer? before, Customer after, CustomerRows rows)
    {
        var name = after.Account.OrganizationName;
        if (
            before?.Account.OrganizationKey != after.Account.OrganizationKey
            && outcomes.FirstLine($"name\0{after.Account.OrganizationKey}", rows.Row.Line) is { } named
        )
        {
            yield return StandIn(rows.File, named, name, []);
        }

        foreach (var reference in after.References.Except(before?.References ?? []))
        {
            if (outcomes.FirstLine($"reference\0{reference.System}\0{reference.Id}", rows.Row.Line) is { } referenced)
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

    private static Customer StandIn(TransferFile file, long line, string organization, IList<ReferenceDraft> references) =>
        Customer.Register(
            new CustomerDraft
            {
                Id = $"of {RowViolation.PlaceOf(file, line)}",
                AccountName = "earlier",
                OrganizationName = organization,
                References = references,
            },
            NoRules,
            SupportedDates.First
        );
}
