using System.Runtime.CompilerServices;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// Reads the three files in parallel, customer by customer.
internal sealed class CsvSource(CsvFiles files, LocalDatePattern? dates, Outcomes outcomes, ViolationList readViolations) : ICustomerSource
{
    public async IAsyncEnumerable<string> ReadIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = await CustomersAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            readViolations.IsMuted = true;
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } row)
            {
                if (row.Key is not null)
                {
                    yield return row.Key;
                }
            }

            readViolations.IsMuted = false;
        }
    }

    public async IAsyncEnumerable<CustomerRows> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = await CustomersAsync(cancellationToken).ConfigureAwait(false);
        await using var closeRows = rows.ConfigureAwait(false);
        var contacts = await ChildrenAsync(files.Contacts, ContactColumns.Schema, cancellationToken).ConfigureAwait(false);
        await using var closeContacts = Closing(contacts).ConfigureAwait(false);
        var quotas = await ChildrenAsync(files.Quotas, QuotaColumns.Schema, cancellationToken).ConfigureAwait(false);
        await using var closeQuotas = Closing(quotas).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            if (row.Key is null)
            {
                readViolations.Add(
                    new RowViolation(ImportFile.Customers, row.Line, ImportExportCodes.IdRequired.Violated(CustomerColumns.Schema.Key))
                );
                continue;
            }

            yield return new CustomerRows(
                row.Key,
                row,
                await Take(contacts, row.Key).ConfigureAwait(false),
                await Take(quotas, row.Key).ConfigureAwait(false)
            );
        }

        // The remaining rows belong to no customer.
        await Take(contacts, null).ConfigureAwait(false);
        await Take(quotas, null).ConfigureAwait(false);

        async Task<IReadOnlyList<Row<T>>?> Take<T>(ChildRows<T>? children, string? id) =>
            children is null ? null : await children.TakeAsync(id, cancellationToken).ConfigureAwait(false);
    }

    private Task<RowReader<CustomerRecord>> CustomersAsync(CancellationToken cancellationToken) =>
        RowReader<CustomerRecord>.OpenAsync(CustomerColumns.Schema, files.Customers(), dates, readViolations.Add, cancellationToken);

    private async Task<ChildRows<T>?> ChildrenAsync<T>(Func<Stream>? open, Schema<T> schema, CancellationToken cancellationToken) =>
        open is null
            ? null
            : new ChildRows<T>(
                await RowReader<T>.OpenAsync(schema, open(), dates, readViolations.Add, cancellationToken).ConfigureAwait(false),
                schema.File,
                outcomes,
                readViolations
            );

    private static IAsyncDisposable Closing(IAsyncDisposable? opened) => opened ?? new MemoryStream();
}
