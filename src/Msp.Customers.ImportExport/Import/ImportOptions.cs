namespace Msp.Customers.ImportExport;

/// <summary>The options of an import.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether the import reads and checks all rows without storing any; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Whether customers with errors are skipped and the others stored; false by default: with any error, nothing is stored.
    /// </summary>
    public bool SkipRefused { get; init; }

    /// <summary>
    /// Whether a stored customer that a row describes differently is edited; false by default: it is not changed, and is reported.
    /// </summary>
    public bool EditStored { get; init; }

    /// <summary>The pattern of dates, such as <c>dd/MM/yyyy</c>; null, the default, for ISO dates, which are unambiguous.</summary>
    public string? DateFormat { get; init; }

    /// <summary>
    /// The number of customers stored in one batch, 1 to 10,000; 500 by default. Larger batches are faster and take more memory.
    /// </summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>The largest number of violations that the report lists; 1,000 by default. Further violations are only counted.</summary>
    public int MaxViolations { get; init; } = 1_000;
}
