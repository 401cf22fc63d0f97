namespace Msp.Customers.ImportExport;

internal sealed class CsvWriter(CsvStreams targets, char delimiter) : ICustomerWriter
{
    private readonly CsvRowWriter customers = new(targets.Customers, delimiter);
    private readonly CsvRowWriter contacts = new(targets.Contacts, delimiter);
    private readonly CsvRowWriter quotas = new(targets.Quotas, delimiter);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await customers.WriteAsync(CustomerColumns.Schema.Header, cancellationToken).ConfigureAwait(false);
        await contacts.WriteAsync(ContactColumns.Schema.Header, cancellationToken).ConfigureAwait(false);
        await quotas.WriteAsync(QuotaColumns.Schema.Header, cancellationToken).ConfigureAwait(false);
    }

    public async Task WriteAsync(Customer customer, CancellationToken cancellationToken)
    {
        var draft = customer.ToDraft();
        var record = new CustomerRecord(draft) { RegisteredOn = customer.RegisteredOn };
        await customers.WriteAsync(CustomerColumns.Schema.Write(customer.Id.Value, record), cancellationToken).ConfigureAwait(false);
        foreach (var contact in draft.Contacts)
        {
            await contacts.WriteAsync(ContactColumns.Schema.Write(customer.Id.Value, contact), cancellationToken).ConfigureAwait(false);
        }

        foreach (var quota in draft.Quotas)
        {
            await quotas.WriteAsync(QuotaColumns.Schema.Write(customer.Id.Value, quota), cancellationToken).ConfigureAwait(false);
        }
    }

    public Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await customers.DisposeAsync().ConfigureAwait(false);
        await contacts.DisposeAsync().ConfigureAwait(false);
        await quotas.DisposeAsync().ConfigureAwait(false);
    }
}
