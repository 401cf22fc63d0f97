using Msp.Customers.Testing;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Writer;

// What a customer is at each version: nothing but its id and the version decides it, so that half of a version is seen to be one.
public static class Life
{
    public static Customer Registered(string id) => SampleData.Customer(id, d => d.Id = id);

    // Touches the customer's row and those of all its parts: changes some, adds some and takes some away.
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

    // Of two customers and more so many that the provider's fast way is taken.
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
