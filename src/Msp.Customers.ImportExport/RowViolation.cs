namespace Msp.Customers.ImportExport;

/// <summary>A broken rule and where in the files it was broken.</summary>
/// <param name="File">Which of the files.</param>
/// <param name="Line">The line of a CSV file on which the row begins, counted from 1, with the header on the first; the number of the row in a listing, counted from 1.</param>
/// <param name="Violation">What is wrong; its path is the name of the column or member in the file, or of the customer's member where none stands for it.</param>
public sealed record RowViolation(ImportFile File, long Line, Violation Violation)
{
    /// <summary>File, line or row, code, column and message, for people.</summary>
    public override string ToString() => $"{File} {PlaceOf(File, Line)}: {Violation}";

    internal static string PlaceOf(ImportFile file, long line) => file < ImportFile.CustomerListing ? $"line {line}" : $"row {line}";
}
