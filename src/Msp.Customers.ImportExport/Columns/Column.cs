namespace Msp.Customers.ImportExport;

// A column, named after its member, with the functions that write it from a draft and read a cell into a draft.
internal sealed record Column<T>(string Name, Func<T, string?> Write, Action<T, Cell> Read);
