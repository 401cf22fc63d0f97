using System.Globalization;

namespace Msp.Customers.ImportExport;

internal sealed class VendorWriter(VendorStreams targets) : ICustomerWriter
{
    private readonly ListingWriter customers = new(VendorMembers.Customers, targets.Customers);
    private readonly ListingWriter tenants = new(VendorMembers.Tenants, targets.Tenants);
    private readonly ListingWriter contacts = new(VendorMembers.Contacts, targets.Contacts);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        customers.Start();
        tenants.Start();
        contacts.Start();
        return Task.CompletedTask;
    }

    public async Task WriteAsync(Customer customer, CancellationToken cancellationToken)
    {
        var (id, draft) = (customer.Id.Value, customer.ToDraft());
        var record = new CustomerRecord(draft) { RegisteredOn = customer.RegisteredOn };
        await customers
            .WriteAsync(
                json =>
                {
                    json.WriteString(VendorMembers.Id, id);
                    VendorMembers.Customer.Write(json, record);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var quota in draft.Quotas.DefaultIfEmpty(null))
        {
            await WriteTenantAsync(id, record, quota, cancellationToken).ConfigureAwait(false);
        }

        foreach (var contact in draft.Contacts)
        {
            await contacts
                .WriteAsync(
                    json =>
                    {
                        json.WriteString(VendorMembers.CustomerId, id);
                        VendorMembers.Contact.Write(json, contact);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await customers.EndAsync(cancellationToken).ConfigureAwait(false);
        await tenants.EndAsync(cancellationToken).ConfigureAwait(false);
        await contacts.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await customers.DisposeAsync().ConfigureAwait(false);
        await tenants.DisposeAsync().ConfigureAwait(false);
        await contacts.DisposeAsync().ConfigureAwait(false);
    }

    // Each tenant of a customer repeats the customer's details. The tenant without a quota has number 0.
    private Task WriteTenantAsync(string customer, CustomerRecord record, QuotaDraft? quota, CancellationToken cancellationToken) =>
        tenants.WriteAsync(
            json =>
            {
                json.WriteString(VendorMembers.Id, string.Create(CultureInfo.InvariantCulture, $"{customer}-{quota?.Number ?? 0}"));
                json.WriteString(VendorMembers.CustomerId, customer);
                VendorMembers.Details.Write(json, record);
                if (quota is not null)
                {
                    VendorMembers.Quota.Write(json, quota);
                }
            },
            cancellationToken
        );
}
