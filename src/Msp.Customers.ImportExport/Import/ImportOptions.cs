namespace Msp.Customers.ImportExport;

/// <summary>How an import deals with what it finds.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether everything is read and judged and nothing stored; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether customers with an error are left out and the others stored; false by default: one error, and nothing is stored.</summary>
    public bool SkipRefused { get; init; }

    /// <summary>Whether a stored customer that a row describes otherwise is edited; false by default: it is left as it is and told.</summary>
    public bool EditStored { get; init; }

    /// <summary>How dates are written, as a pattern such as <c>dd/MM/yyyy</c>; null for ISO dates, the only ones that are not guessed.</summary>
    public string? DateFormat { get; init; }

    /// <summary>How many customers are stored at once, 1 to 10,000; 500 by default. More at once are faster and take more memory.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>How many violations the report lists; the others are counted. 1,000 by default.</summary>
    public int MaxViolations { get; init; } = 1_000;
}
