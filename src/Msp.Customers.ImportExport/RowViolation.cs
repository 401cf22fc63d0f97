namespace Msp.Customers.ImportExport;

/// <summary>A violation with its place in the files of an import.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">
/// The line of a CSV file on which the row begins, or the number of the row in a listing. Both count from 1; the header of a CSV
/// file is line 1.
/// </param>
/// <param name="Violation">
/// The violation. Its path is the name of the column or member in the file, or of the customer's member when the file has none for
/// it.
/// </param>
public sealed record RowViolation(ImportFile File, long Line, Violation Violation)
{
    /// <summary>Returns the file, the line or row, the code, the column and the message, for people.</summary>
    public override string ToString() => $"{File} {(File < ImportFile.CustomerListing ? "line" : "row")} {Line}: {Violation}";
}
