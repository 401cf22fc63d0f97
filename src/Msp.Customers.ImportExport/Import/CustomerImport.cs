using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Rules;
using Msp.Customers.Telemetry;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

/// <summary>
/// Imports customers with their contacts and quotas. Every row goes the way of a form: draft, check, customer, repository. All is read and checked before
/// anything is stored, and what is stored already is left alone, so that a file can be imported again. Its memory does not grow with the size of the rows.
/// </summary>
public sealed class CustomerImport
{
    private readonly CustomerRepository customers;
    private readonly RuleSet<Customer> rules;
    private readonly CustomerTerms terms;
    private readonly BusinessCalendar calendar;
    private readonly ILogger logger;

    internal CustomerImport(
        CustomerRepository customers,
        RuleSet<Customer> rules,
        CustomerTerms terms,
        BusinessCalendar calendar,
        ILogger<CustomerImport>? logger
    )
    {
        (this.customers, this.rules, this.terms, this.calendar) = (customers, rules, terms, calendar);
        this.logger = logger ?? NullLogger<CustomerImport>.Instance;
    }

    /// <summary>Imports CSV files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How to deal with what is found; the defaults hold when omitted.</param>
    /// <param name="progress">Is told how far the import has come; null for no one.</param>
    /// <param name="cancellationToken">Ends the import early; batches stored before stay stored.</param>
    /// <returns>What was done and what was found. Files that cannot be read are told in it too.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the date format is no pattern.</exception>
    public Task<ImportReport> RunAsync(
        CsvFiles files,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        options ??= new ImportOptions();
        var dates = Pattern(options.DateFormat);
        return RunAsync((outcomes, heard) => new CsvSource(files, dates, outcomes, heard), options, progress, cancellationToken);
    }

    /// <summary>Imports the vendor's listings.</summary>
    /// <param name="listings">The listings.</param>
    /// <param name="options">How to deal with what is found; the defaults hold when omitted. The listings have dates of their own form, whatever the options say.</param>
    /// <param name="progress">Is told how far the import has come; null for no one.</param>
    /// <param name="cancellationToken">Ends the import early; batches stored before stay stored.</param>
    /// <returns>What was done and what was found. Listings that cannot be read are told in it too.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the stream of tenants or contacts cannot seek.</exception>
    public Task<ImportReport> RunAsync(
        VendorListings listings,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(listings);
        return RunAsync(
            (outcomes, heard) => new VendorSource(listings, outcomes, heard),
            options ?? new ImportOptions(),
            progress,
            cancellationToken
        );
    }

    // Whatever the files are, all that comes after reading them is one.
    private Task<ImportReport> RunAsync(
        Func<Outcomes, ViolationList, ICustomerSource> open,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BatchSize, 10_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxViolations, nameof(options));
        var (outcomes, findings, heard) = (
            new Outcomes(),
            new ViolationList(options.MaxViolations),
            new ViolationList(options.MaxViolations)
        );
        var run = new ImportRun(
            open(outcomes, heard),
            heard,
            new CustomerFactory(new CustomerMapper(terms, calendar), customers, options.EditStored),
            new Judge(rules, terms, calendar, outcomes),
            new Batch(customers, outcomes, findings),
            outcomes,
            findings,
            options,
            progress
        );
        return Work.ReportAsync(
            TelemetryNames.Import,
            customers.Msp,
            () => run.RunAsync(cancellationToken),
            (activity, report) => ImportTelemetry.Tell(activity, logger, report, options.DryRun)
        );
    }

    private static LocalDatePattern? Pattern(string? format)
    {
        try
        {
            return format is null ? null : LocalDatePattern.CreateWithInvariantCulture(format);
        }
        catch (InvalidPatternException e)
        {
            throw new ArgumentException("The date format is no pattern such as dd/MM/yyyy.", nameof(format), e);
        }
    }
}
