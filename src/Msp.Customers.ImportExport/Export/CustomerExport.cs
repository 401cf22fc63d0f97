using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ImportExport;

/// <summary>Exports customers with their contacts and quotas as files that an import reads.</summary>
/// <remarks>
/// Customers are read page by page. When the store supports paging, memory use does not grow with the number of customers. A
/// customer that cannot be read is omitted, logged, and reported to <see cref="ExportOptions.UnreadableRows"/>.
/// </remarks>
public sealed class CustomerExport
{
    private readonly IReadRepositoryBase<Customer> customers;
    private readonly ILogger logger;

    internal CustomerExport(IReadRepositoryBase<Customer> customers, ILogger<CustomerExport>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (this.customers, this.logger) = (customers, logger ?? NullLogger<CustomerExport>.Instance);
    }

    /// <summary>Writes customers as CSV.</summary>
    /// <param name="targets">The target streams, which stay open.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the number of customers written so far; null for no progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of customers written.</returns>
    /// <exception cref="ArgumentException">The delimiter is not a comma, a semicolon or a tab.</exception>
    public Task<long> WriteAsync(
        CsvStreams targets,
        ExportOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(targets);
        options ??= new ExportOptions();
        if (options.Delimiter is not (',' or ';' or '\t'))
        {
            throw new ArgumentException("Cells are parted by a comma, a semicolon or a tab.", nameof(options));
        }

        return WriteAsync(new CsvWriter(targets, options.Delimiter), options, progress, cancellationToken);
    }

    /// <summary>Writes customers as the vendor's listings.</summary>
    /// <param name="targets">The target streams, which stay open.</param>
    /// <param name="options">The options; null for the defaults. Listings have no delimiter.</param>
    /// <param name="progress">Receives the number of customers written so far; null for no progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of customers written.</returns>
    public Task<long> WriteAsync(
        VendorStreams targets,
        ExportOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(targets);
        return WriteAsync(new VendorWriter(targets), options ?? new ExportOptions(), progress, cancellationToken);
    }

    private Task<long> WriteAsync(
        ICustomerWriter writer,
        ExportOptions options,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    ) =>
        Work.ReportAsync(
            TelemetryNames.Export,
            (customers as IMspRepository)?.Msp ?? MspId.Default,
            () => WriteAllAsync(writer, options, progress, cancellationToken),
            (activity, count) =>
            {
                activity?.SetTag(TelemetryNames.Outcome, "exported").SetTag(TelemetryNames.Count, count);
                ExportLog.Exported(logger, count);
            }
        );

    private async Task<long> WriteAllAsync(
        ICustomerWriter writer,
        ExportOptions options,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var close = writer.ConfigureAwait(false);
        await writer.StartAsync(cancellationToken).ConfigureAwait(false);
        var written = 0L;
        var request = new CustomerPageRequest { Filter = options.Filter, Size = CustomerPageRequest.MaxSize };
        do
        {
            var page = await ReadableAsync(request, options, cancellationToken).ConfigureAwait(false);
            foreach (var customer in page.Items)
            {
                await writer.WriteAsync(customer, cancellationToken).ConfigureAwait(false);
            }

            written += page.Items.Count;
            progress?.Report(written);
            request = request with { Token = page.NextToken };
        } while (request.Token is not null);
        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
        return written;
    }

    // When a customer of a page cannot be read, the page is read one customer at a time, and the unreadable ones are reported.
    private async Task<Page<Customer>> ReadableAsync(
        CustomerPageRequest request,
        ExportOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await customers.PageAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableRowException)
        {
            var rows = await customers.RowsAsync(request, cancellationToken).ConfigureAwait(false);
            var read = new List<Customer>();
            foreach (var row in rows.Items)
            {
                try
                {
                    read.AddRange(await customers.ListAsync(new CustomersById([row.Id]), cancellationToken).ConfigureAwait(false));
                }
                catch (UnreadableRowException e)
                {
                    ExportLog.LeftOut(logger, e.Id, e.Member);
                    options.UnreadableRows?.Report(e);
                }
            }

            return new Page<Customer>(read, rows.NextToken);
        }
    }
}
