namespace Msp.Customers.ImportExport;

/// <summary>What an import did, or would have done in a dry run.</summary>
public sealed record ImportReport
{
    /// <summary>Whether the good customers were stored: false for a dry run, and for a file that was refused.</summary>
    public required bool IsStored { get; init; }

    /// <summary>The customers that are new. In a dry run and in a file that was refused, those that would be.</summary>
    public required long Added { get; init; }

    /// <summary>The customers that were edited, or would be.</summary>
    public required long Edited { get; init; }

    /// <summary>The customers that are stored as the file has them.</summary>
    public required long Unchanged { get; init; }

    /// <summary>The customers that are stored with other content and were left as they are.</summary>
    public required long Different { get; init; }

    /// <summary>The customers that have an error.</summary>
    public required long Refused { get; init; }

    /// <summary>The violations in the order found, as many as the options allow.</summary>
    public required IReadOnlyList<RowViolation> Violations { get; init; }

    /// <summary>How many violations there are in all.</summary>
    public required long ViolationCount { get; init; }

    /// <summary>How many of them are errors.</summary>
    public required long ErrorCount { get; init; }
}
