namespace Msp.Customers.ImportExport;

// A file cannot be read further. It never leaves the package: the import's report tells it.
internal sealed class FileRefusedException(ImportFile file, long line, Violation violation) : Exception
{
    public RowViolation Told { get; } = new(file, line, violation);
}
