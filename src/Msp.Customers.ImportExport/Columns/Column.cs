namespace Msp.Customers.ImportExport;

// One column: what is written of a draft, and what of a cell goes into it. Its name is that of the member.
internal sealed record Column<T>(string Name, Func<T, string?> Write, Action<T, Cell> Read);
