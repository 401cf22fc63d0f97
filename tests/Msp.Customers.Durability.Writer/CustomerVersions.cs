using Msp.Customers.Testing;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Writer;

// The content of a customer depends only on its id and version, so that an incomplete version is detected.
public static class CustomerVersions
{
    public static Customer Registered(string id) => SampleData.Customer(id, d => d.Id = id);

    // Changes the row of the customer, and changes, adds and removes parts of each kind.
    public static Customer Change(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var next = customer.Version + 1;
        var draft = customer.ToDraft();
        draft.AccountName = $"{customer.Id} at {next}";
        draft.Address = $"{next} Harbour Road";
        draft.StorageRegions = [.. draft.StorageRegions.TakeLast(2), $"region-{next}"];
        draft.Quotas[0].Credits = next;
        draft.Quotas = [.. draft.Quotas.TakeLast(2), SampleData.Quota(q => q.Credits = next + 0.5m)];
        draft.Contacts[^1].Name = $"Renamed {next}";
        draft.Contacts = [.. draft.Contacts.TakeLast(2), SampleData.Contact($"p{next}")];
        draft.References[0].Id = $"{customer.Id}-{next}";
        customer.Edit(draft, CustomerTerms.Default);
        return customer;
    }

    // Enough for the bulk inserts of the provider when the save has two or more customers.
    public static List<UsageDraft> Usage(Save save)
    {
        ArgumentNullException.ThrowIfNull(save);
        return
        [
            .. from id in save.Ids
            from n in Enumerable.Range(0, 10)
            select new UsageDraft
            {
                Customer = id,
                Key = $"{save.Number}-{n}",
                Date = SampleData.Today.PlusDays(-n),
                Credits = save.Number + (n / 8m),
            },
        ];
    }
}
