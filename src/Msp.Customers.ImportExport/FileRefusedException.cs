namespace Msp.Customers.ImportExport;

// A file cannot be read to its end. The exception stays inside the package: the import adds it to its report.
internal sealed class FileRefusedException(ImportFile file, long line, Violation violation) : Exception
{
    public RowViolation RowViolation { get; } = new(file, line, violation);
}
