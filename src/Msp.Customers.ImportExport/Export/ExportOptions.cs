namespace Msp.Customers.ImportExport;

/// <summary>The options of an export.</summary>
public sealed record ExportOptions
{
    /// <summary>The filter of the customers to export; all customers by default.</summary>
    public CustomerFilter Filter { get; init; } = new();

    /// <summary>
    /// The delimiter of cells: a comma, a semicolon or a tab; a comma by default. Spreadsheets of many countries expect a
    /// semicolon.
    /// </summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>
    /// Receives each customer that is omitted because its stored data is not valid; null for no report. Each is logged too.
    /// </summary>
    public IProgress<UnreadableRowException>? UnreadableRows { get; init; }
}
