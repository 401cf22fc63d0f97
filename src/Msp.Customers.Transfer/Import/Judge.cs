using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Transfer.Import;

// Asks the policies about a customer as if it were saved now, together with those of the file that were judged before it.
internal sealed class Judge(PolicySet<Customer> policies, BusinessCalendar calendar, Outcomes outcomes)
{
    private static readonly CustomerRules NoRules = new([]);

    public Task<IReadOnlyList<Violation>> AskAsync(Customer? before, Customer after, long line, CancellationToken cancellationToken)
    {
        var change = new Change<Customer>(before, after, calendar.Today(after.TimeZone)) { SavedAlong = [.. Earlier(before, after, line)] };
        return policies.JudgeAsync(change, cancellationToken);
    }

    // Of those judged before only the hash of what must be unique is kept. Where it is met again, a stand-in has it, whose id is its line,
    // and the policies decide what that means.
    private IEnumerable<Customer> Earlier(Customer? before, Customer after, long line)
    {
        var name = after.Account.OrganizationName;
        if (before?.Account.OrganizationKey != after.Account.OrganizationKey && outcomes.FirstLine($"name\0{after.Account.OrganizationKey}", line) is { } named)
        {
            yield return StandIn(named, name, []);
        }

        foreach (var reference in after.References.Except(before?.References ?? []))
        {
            if (outcomes.FirstLine($"reference\0{reference.System}\0{reference.Id}", line) is { } referenced)
            {
                yield return StandIn(referenced, $"line {referenced}", [new ReferenceDraft { System = reference.System, Id = reference.Id }]);
            }
        }
    }

    private static Customer StandIn(long line, string organization, IList<ReferenceDraft> references) => Customer.Register(
        new CustomerDraft { Id = $"of line {line}", AccountName = "earlier", OrganizationName = organization, References = references }, NoRules, SupportedDates.First);
}
