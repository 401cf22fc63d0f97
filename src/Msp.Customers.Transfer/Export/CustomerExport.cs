using Msp.Customers.Queries;
using Msp.Customers.Transfer.Columns;
using Msp.Customers.Transfer.Csv;

namespace Msp.Customers.Transfer.Export;

/// <summary>Exports customers with their contacts and quotas as the three files that an import reads, page by page, so that its memory does not grow with the number of customers.</summary>
public sealed class CustomerExport
{
    private readonly IReadRepositoryBase<Customer> customers;

    /// <summary>Takes what is exported.</summary>
    /// <param name="customers">The customers.</param>
    public CustomerExport(IReadRepositoryBase<Customer> customers) => this.customers = customers;

    /// <summary>Writes customers.</summary>
    /// <param name="targets">Where they are written; nothing is closed.</param>
    /// <param name="options">What is written, and how; the defaults hold when omitted.</param>
    /// <param name="progress">Is told the number of customers written so far; null for no one.</param>
    /// <param name="cancellationToken">Ends the export early.</param>
    /// <returns>The number of customers written.</returns>
    /// <exception cref="ArgumentException">The delimiter is not a comma, a semicolon or a tab.</exception>
    public async Task<long> WriteAsync(CsvTargets targets, ExportOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        options ??= new ExportOptions();
        if (options.Delimiter is not (',' or ';' or '\t'))
        {
            throw new ArgumentException("Cells are parted by a comma, a semicolon or a tab.", nameof(options));
        }

        var rows = new Rows(targets, options.Delimiter);
        await using var close = rows.ConfigureAwait(false);
        await rows.WriteHeadersAsync(cancellationToken).ConfigureAwait(false);
        var written = 0L;
        var request = new CustomerPageRequest { Filter = options.Filter, Size = CustomerPageRequest.MaxSize };
        do
        {
            var page = await customers.PageAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var customer in page.Items)
            {
                await rows.WriteAsync(customer, cancellationToken).ConfigureAwait(false);
            }

            written += page.Items.Count;
            progress?.Report(written);
            request = request with { Token = page.NextToken };
        }
        while (request.Token is not null);
        return written;
    }

    private sealed class Rows(CsvTargets targets, char delimiter) : IAsyncDisposable
    {
        private readonly CsvLines customers = new(targets.Customers, delimiter);
        private readonly CsvLines contacts = new(targets.Contacts, delimiter);
        private readonly CsvLines quotas = new(targets.Quotas, delimiter);

        public async Task WriteHeadersAsync(CancellationToken cancellationToken)
        {
            await customers.WriteAsync(CustomerColumns.Table.Header, cancellationToken).ConfigureAwait(false);
            await contacts.WriteAsync(ContactColumns.Table.Header, cancellationToken).ConfigureAwait(false);
            await quotas.WriteAsync(QuotaColumns.Table.Header, cancellationToken).ConfigureAwait(false);
        }

        public async Task WriteAsync(Customer customer, CancellationToken cancellationToken)
        {
            var draft = customer.ToDraft();
            var record = new CustomerRecord(draft) { RegisteredOn = customer.RegisteredOn };
            await customers.WriteAsync(CustomerColumns.Table.Write(customer.Id.Value, record), cancellationToken).ConfigureAwait(false);
            foreach (var contact in draft.Contacts)
            {
                await contacts.WriteAsync(ContactColumns.Table.Write(customer.Id.Value, contact), cancellationToken).ConfigureAwait(false);
            }

            foreach (var quota in draft.Quotas)
            {
                await quotas.WriteAsync(QuotaColumns.Table.Write(customer.Id.Value, quota), cancellationToken).ConfigureAwait(false);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await customers.DisposeAsync().ConfigureAwait(false);
            await contacts.DisposeAsync().ConfigureAwait(false);
            await quotas.DisposeAsync().ConfigureAwait(false);
        }
    }
}
