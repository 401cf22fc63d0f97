using Msp.Customers.ChangeLog;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// Creates the customer that the rows describe: a new customer, or an edit of the stored one.
internal sealed class CustomerMapper(CustomerTerms terms, BusinessCalendar calendar)
{
    // The id, or null when the text cannot be one; the check of the draft then reports the violation.
    public static CustomerId? IdOf(string text) =>
        text.Length <= TextLimits.MaxIdLength && !TextLimits.HasControls(text) && TextLimits.IsWellFormed(text)
            ? new CustomerId(text)
            : null;

    // Whether the change log would contain no member. It contains each list as one text, so that the items of lists are compared too.
    public static bool IsUnchanged(Customer stored, Customer edited) =>
        MemberValues.Of(stored.ToSnapshot()).SequenceEqual(MemberValues.Of(edited.ToSnapshot()))
        && stored.StorageRegions.SequenceEqual(edited.StorageRegions)
        && stored.References.SequenceEqual(edited.References);

    // Data that the files do not contain, such as schedules, keeps its stored value.
    public DraftedCustomer Edited(CustomerRows rows, Customer stored) =>
        DraftedCustomer.Edited(stored, Draft(rows, stored.ToDraft(), stored).Details, terms);

    public DraftedCustomer Registered(CustomerRows rows)
    {
        var record = Draft(rows, new CustomerDraft());
        var draft = record.Details;
        foreach (var contact in draft.Contacts)
        {
            contact.Number = null;
        }

        // New numbers are assigned in the order of the rows. The numbers of the file only identify the quota that another one carries over
        // from. A number without a row is not applied, because it could be the new number of a different quota.
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

    private static CustomerRecord Draft(CustomerRows rows, CustomerDraft draft, Customer? stored = null)
    {
        var record = new CustomerRecord(draft);
        rows.Row.ApplyTo(record);
        draft.Id = rows.Id;
        if (rows.Contacts is not null)
        {
            draft.Contacts = ChildDrafts<ContactDraft>.Of(
                rows.Contacts,
                stored?.Contacts.Select(c => (c.Number, (Func<ContactDraft>)c.ToDraft)) ?? [],
                c => c.Number,
                c => c.Email?.ToUpperInvariant() ?? c.Name
            );
        }

        if (rows.Quotas is not null)
        {
            draft.Quotas = ChildDrafts<QuotaDraft>.Of(
                rows.Quotas,
                stored?.Quotas.Select(q => (q.Number, (Func<QuotaDraft>)q.ToDraft)) ?? [],
                q => q.Number,
                q => q.EffectiveDate
            );
        }

        foreach (var violation in rows.Violations)
        {
            draft.ParseErrors.Add(violation);
        }

        return record;
    }
}
