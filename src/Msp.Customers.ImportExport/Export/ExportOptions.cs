namespace Msp.Customers.ImportExport;

/// <summary>What an export writes, and how.</summary>
public sealed record ExportOptions
{
    /// <summary>Which customers; all by default.</summary>
    public CustomerFilter Filter { get; init; } = new();

    /// <summary>What parts the cells: a comma, a semicolon, which spreadsheets of many countries expect, or a tab. A comma by default.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Is told each customer that is left out, since what is stored of it is not possible; null for no one. Each is logged too.</summary>
    public IProgress<UnreadableRowException>? Unreadable { get; init; }
}
