namespace Msp.Customers.ImportExport;

// The typed value of a row for a column. A value that cannot be read is null and has violations.
internal sealed record Cell<T>(Column<T> Column, object? Value, IReadOnlyList<Violation> Unreadable)
{
    public bool IsEmpty => Value is null && Unreadable.Count == 0;
}
