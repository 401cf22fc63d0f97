namespace Msp.Customers.ImportExport;

/// <summary>The result of an import, or the expected result for a dry run.</summary>
public sealed record ImportReport
{
    /// <summary>Whether the customers without errors were stored; false for a dry run, and for a file that was refused.</summary>
    public required bool IsStored { get; init; }

    /// <summary>The number of new customers. For a dry run or a refused file, the number of customers that would be new.</summary>
    public required long Added { get; init; }

    /// <summary>The number of edited customers, or of those that would be edited.</summary>
    public required long Edited { get; init; }

    /// <summary>The number of customers whose stored content equals that of the file.</summary>
    public required long Unchanged { get; init; }

    /// <summary>The number of customers whose stored content differs from that of the file and was not changed.</summary>
    public required long Different { get; init; }

    /// <summary>The number of customers with an error.</summary>
    public required long Refused { get; init; }

    /// <summary>The violations in the order found, at most <see cref="ImportOptions.MaxViolations"/>.</summary>
    public required IReadOnlyList<RowViolation> Violations { get; init; }

    /// <summary>The number of all violations.</summary>
    public required long ViolationCount { get; init; }

    /// <summary>The number of violations that are errors.</summary>
    public required long ErrorCount { get; init; }
}
