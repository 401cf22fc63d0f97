using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// The hashes of the organization names and references of the file, each with the id of the customer whose row claims it first.
internal sealed class UniqueValues
{
    private readonly Dictionary<TextHash, CustomerId> claimedBy = [];

    public static bool IsAnyReleased(Change<Customer> change) => Of(change.Before).Except(Of(change.After)).Any();

    // Claims the values that a change adds, unless it is refused. Returns the values that earlier rows claim, with the customers' ids.
    public Dictionary<object, object> Claim(Customer? before, Customer after, bool isRefused)
    {
        var claimedBefore = new Dictionary<object, object>();
        foreach (var value in Of(after).Except(Of(before)))
        {
            var hash = HashOf(value);
            if (claimedBy.TryGetValue(hash, out var claimant))
            {
                claimedBefore.Add(value, claimant);
            }
            else if (!isRefused)
            {
                claimedBy.Add(hash, after.Id);
            }
        }

        return claimedBefore;
    }

    private static IEnumerable<object> Of(Customer? customer) =>
        customer is null ? [] : [customer.Account.OrganizationKey, .. customer.References];

    private static TextHash HashOf(object value) =>
        TextHash.Of(value is ExternalReference reference ? $"reference\0{reference.System}\0{reference.Id}" : $"name\0{value}");
}
