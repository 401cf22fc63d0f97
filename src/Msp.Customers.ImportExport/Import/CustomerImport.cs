using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Rules;
using Msp.Customers.Telemetry;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

/// <summary>Imports customers with their contacts and quotas.</summary>
/// <remarks>
/// Each row becomes a draft, is checked, and is stored by the repository, as the input of a form is. The import reads and checks
/// all rows before it stores any. Stored customers are not changed by default, so a file can be imported again. Memory use grows by
/// a few numbers for each customer, not with the size of the rows.
/// </remarks>
/// <example>
/// <code>
/// var report = await import.RunAsync(CsvFiles.In("./customers"), new ImportOptions { DryRun = true });
/// foreach (var violation in report.Violations)
/// {
///     Console.WriteLine(violation);
/// }
/// Console.WriteLine($"{report.Added} new customers, {report.Refused} refused");
/// </code>
/// </example>
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
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives the progress of the import; null for no progress.</param>
    /// <param name="cancellationToken">Cancels the call. Batches stored before stay stored.</param>
    /// <returns>The report of the import. It also contains the reason when a file cannot be read.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the date format is not a valid pattern.</exception>
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
        return RunAsync(
            (outcomes, readViolations) => new CsvSource(files, dates, outcomes, readViolations),
            options,
            progress,
            cancellationToken
        );
    }

    /// <summary>Imports the vendor's listings.</summary>
    /// <param name="listings">The listings.</param>
    /// <param name="options">The options; null for the defaults. The date format does not apply, because listings have their own.</param>
    /// <param name="progress">Receives the progress of the import; null for no progress.</param>
    /// <param name="cancellationToken">Cancels the call. Batches stored before stay stored.</param>
    /// <returns>The report of the import. It also contains the reason when a listing cannot be read.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the stream of tenants or contacts cannot seek.</exception>
    public Task<ImportReport> RunAsync(
        VendorJsonFiles listings,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(listings);
        return RunAsync(
            (outcomes, readViolations) => new VendorSource(listings, outcomes, readViolations),
            options ?? new ImportOptions(),
            progress,
            cancellationToken
        );
    }

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
        var (outcomes, violations, readViolations) = (
            new Outcomes(),
            new ViolationList(options.MaxViolations),
            new ViolationList(options.MaxViolations)
        );
        var run = new ImportRun(
            open(outcomes, readViolations),
            readViolations,
            new CustomerFactory(new CustomerMapper(terms, calendar), customers, options.EditStored),
            new ImportEvaluator(rules, calendar),
            new BatchWriter(customers, outcomes, violations),
            outcomes,
            violations,
            options,
            progress
        );
        return Work.ReportAsync(
            TelemetryNames.Import,
            customers.Msp,
            () => run.RunAsync(cancellationToken),
            (activity, report) => ImportTelemetry.Report(activity, logger, report, options.DryRun)
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
