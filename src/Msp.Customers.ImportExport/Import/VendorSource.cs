using System.Runtime.CompilerServices;
using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// Reads the vendor's listings customer by customer: customers in their order, tenants and contacts by the index of their rows.
internal sealed class VendorSource(VendorJsonFiles listings, Outcomes outcomes, ViolationList readViolations) : ICustomerSource
{
    private readonly ListedChildren? tenants = listings.Tenants is null
        ? null
        : new ListedChildren(ImportFile.TenantListing, VendorMembers.Tenants, listings.Tenants, outcomes, readViolations);

    private readonly ListedChildren? contacts = listings.Contacts is null
        ? null
        : new ListedChildren(ImportFile.ContactListing, VendorMembers.Contacts, listings.Contacts, outcomes, readViolations);

    public async IAsyncEnumerable<string> ReadIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tenantStream = Open(tenants);
        await using var closeTenants = tenantStream.ConfigureAwait(false);
        var contactStream = Open(contacts);
        await using var closeContacts = contactStream.ConfigureAwait(false);
        readViolations.IsMuted = true;
        await foreach (var row in CustomersAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return row.Key!;
        }

        readViolations.IsMuted = false;
        await (tenants?.IndexAsync(tenantStream, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        await (contacts?.IndexAsync(contactStream, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<CustomerRows> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tenantStream = Open(tenants);
        await using var closeTenants = tenantStream.ConfigureAwait(false);
        var contactStream = Open(contacts);
        await using var closeContacts = contactStream.ConfigureAwait(false);
        await foreach (var row in CustomersAsync(cancellationToken).ConfigureAwait(false))
        {
            var sum = await TenantsAsync(row.Key!, tenantStream, cancellationToken).ConfigureAwait(false);
            var people = await ContactsAsync(row.Key!, contactStream, cancellationToken).ConfigureAwait(false);
            yield return new ListedCustomer(row.Key!, sum?.AddTo(row) ?? row, people, sum);
        }
    }

    // Returns the rows that have an id, and reports the others.
    private async IAsyncEnumerable<Row<CustomerRecord>> CustomersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new ListingReader(ImportFile.CustomerListing, VendorMembers.Customers, listings.Customers());
        await using var closeRows = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } json)
        {
            using (json)
            {
                if (Customer(rows.Row, json.RootElement) is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    private Row<CustomerRecord>? Customer(long row, JsonElement json)
    {
        var violations = new List<Violation>();
        var id = json.ValueKind == JsonValueKind.Object ? Member.ReadId(json, VendorMembers.Id, violations) : null;
        if (!string.IsNullOrEmpty(id))
        {
            return new Row<CustomerRecord>(row, id, VendorMembers.Customer.Read(json, violations)) { Violations = [.. violations] };
        }

        var why =
            json.ValueKind != JsonValueKind.Object
                ? ImportExportCodes.NotObject.Violated("")
                : violations.FirstOrDefault() ?? ImportExportCodes.IdRequired.Violated(VendorMembers.Id);
        readViolations.Add(new RowViolation(ImportFile.CustomerListing, row, why));
        return null;
    }

    private async Task<TenantSum?> TenantsAsync(string customer, Stream stream, CancellationToken cancellationToken)
    {
        if (tenants is null)
        {
            return null;
        }

        var sum = new TenantSum();
        await foreach (var (row, json) in tenants.OfAsync(customer, stream, cancellationToken).ConfigureAwait(false))
        {
            sum.Add(json?.RootElement, row);
        }

        return sum;
    }

    private async Task<List<Row<ContactDraft>>?> ContactsAsync(string customer, Stream stream, CancellationToken cancellationToken)
    {
        if (contacts is null)
        {
            return null;
        }

        var people = new List<Row<ContactDraft>>();
        await foreach (var (row, json) in contacts.OfAsync(customer, stream, cancellationToken).ConfigureAwait(false))
        {
            // One row more than the maximum is enough for the rules to report too many.
            if (people.Count <= TextLimits.MaxItems)
            {
                var violations = new List<Violation>();
                people.Add(
                    new Row<ContactDraft>(row, null, json is null ? [] : VendorMembers.Contact.Read(json.RootElement, violations))
                    {
                        IsBroken = json is null,
                        Violations = [.. violations],
                    }
                );
            }
        }

        return people;
    }

    private static Stream Open(ListedChildren? children) => children?.Open() ?? Stream.Null;
}
