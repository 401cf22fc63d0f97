using Msp.Customers.Rules;

namespace Msp.Customers.Transfer;

// A file cannot be read further. It never leaves the package: the import's report tells it.
internal sealed class FileRefusedException(TransferFile file, long line, Violation violation) : Exception
{
    public RowViolation Told { get; } = new(file, line, violation);
}
