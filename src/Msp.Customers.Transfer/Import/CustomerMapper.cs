using System.Text.Json;
using Msp.Customers.Calendars;
using Msp.Customers.Contacts;
using Msp.Customers.Names;
using Msp.Customers.Quotas;
using Msp.Customers.Transfer.Columns;

namespace Msp.Customers.Transfer.Import;

// Makes the customer that the rows describe: a new one, or the stored one edited.
internal sealed class CustomerMapper(CustomerRules rules, BusinessCalendar calendar)
{
    // Whether a text could be an id at all; if not, the rules say why.
    public static CustomerId? IdOf(string text) =>
        text.Length <= TextForm.MaxIdLength && !TextForm.HasControls(text) && TextForm.IsWellFormed(text) ? new CustomerId(text) : null;

    public static string ContentOf(Customer customer) => JsonSerializer.Serialize(customer.ToDraft());

    // What the files do not hold, such as schedules, stays as it is stored.
    public Customer Edited(CustomerRows rows, Customer stored)
    {
        var customer = Customer.FromSnapshot(stored.ToSnapshot());
        customer.Edit(Draft(rows, customer.ToDraft()).Details, rules);
        return customer;
    }

    public Customer Registered(CustomerRows rows)
    {
        var record = Draft(rows, new CustomerDraft());
        var draft = record.Details;
        foreach (var contact in draft.Contacts)
        {
            contact.Number = null;
        }

        // Numbers are given anew, in the order of the rows; those of the file say only from which quota another carries over.
        var labels = draft.Quotas.Select(q => q.Number).ToList();
        var carried = draft.Quotas.Select(q => q.CarryOver).ToList();
        foreach (var quota in draft.Quotas)
        {
            (quota.Number, quota.CarryOver) = (null, null);
        }

        var customer = record.RegisteredOn is { } day ? Customer.Register(draft, rules, day) : Customer.Register(draft, rules, calendar);
        return carried.Exists(c => c is not null) ? CarryOver(customer, labels, carried) : customer;
    }

    private Customer CarryOver(Customer customer, List<int?> labels, List<CarryOverDraft?> carried)
    {
        var draft = customer.ToDraft();
        foreach (var (quota, carryOver) in draft.Quotas.Zip(carried))
        {
            if (carryOver is not null)
            {
                // What no row is called is nothing: as a number it might be another quota's, now that all have new ones.
                carryOver.From =
                    carryOver.From is { } from && labels.IndexOf(from) is >= 0 and var index ? draft.Quotas[index].Number : null;
            }

            quota.CarryOver = carryOver;
        }

        customer.Edit(draft, rules);
        return customer;
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
