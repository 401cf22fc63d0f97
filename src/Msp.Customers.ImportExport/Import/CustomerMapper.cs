using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// Makes the customer that the rows describe: a new one, or the stored one edited.
internal sealed class CustomerMapper(CustomerTerms terms, BusinessCalendar calendar)
{
    // Whether a text could be an id at all; if not, the check of the draft says why.
    public static CustomerId? IdOf(string text) =>
        text.Length <= TextLimits.MaxIdLength && !TextLimits.HasControls(text) && TextLimits.IsWellFormed(text)
            ? new CustomerId(text)
            : null;

    public static string ContentOf(Customer customer) => JsonSerializer.Serialize(customer.ToDraft());

    // What the files do not hold, such as schedules, stays as it is stored.
    public DraftedCustomer Edited(CustomerRows rows, Customer stored) =>
        DraftedCustomer.Edited(stored, Draft(rows, stored.ToDraft()).Details, terms);

    public DraftedCustomer Registered(CustomerRows rows)
    {
        var record = Draft(rows, new CustomerDraft());
        var draft = record.Details;
        foreach (var contact in draft.Contacts)
        {
            contact.Number = null;
        }

        // Numbers are given anew, in the order of the rows; those of the file say only from which quota another carries over. What no row is called is nothing:
        // as a number it might be another quota's, now that all have new ones.
        var labels = draft.Quotas.Select(q => q.Number).ToList();
        foreach (var (index, quota) in draft.Quotas.Index())
        {
            quota.Number = index + 1;
            if (quota.CarryOver is { } carryOver)
            {
                carryOver.From = carryOver.From is { } from && labels.IndexOf(from) is >= 0 and var source ? source + 1 : null;
            }
        }

        return DraftedCustomer.New(draft, terms, zone => record.RegisteredOn ?? calendar.Today(zone), isNumbered: true);
    }

    private static CustomerRecord Draft(CustomerRows rows, CustomerDraft draft)
    {
        var record = new CustomerRecord(draft);
        rows.Row.ApplyTo(record, "", draft.Unreadable);
        draft.Id = rows.Id;
        if (rows.Contacts is not null)
        {
            draft.Contacts = ChildDrafts<ContactDraft>.Of(
                rows.Contacts,
                nameof(CustomerDraft.Contacts),
                [.. draft.Contacts],
                c => c.Number,
                c => c.Email?.ToUpperInvariant() ?? c.Name,
                draft.Unreadable
            );
        }

        if (rows.Quotas is not null)
        {
            draft.Quotas = ChildDrafts<QuotaDraft>.Of(
                rows.Quotas,
                nameof(CustomerDraft.Quotas),
                [.. draft.Quotas],
                q => q.Number,
                q => q.EffectiveDate,
                draft.Unreadable
            );
        }

        return record;
    }
}
