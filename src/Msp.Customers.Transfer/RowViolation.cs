using Msp.Customers.Rules;

namespace Msp.Customers.Transfer;

/// <summary>A broken rule and where in the files it was broken.</summary>
/// <param name="File">Which of the files.</param>
/// <param name="Line">The line of the file on which the row begins, counted from 1; the header is on the first.</param>
/// <param name="Violation">What is wrong; its path is the name of the column, or of the member where no column has its name.</param>
public sealed record RowViolation(TransferFile File, long Line, Violation Violation)
{
    /// <summary>File, line, code, column and message, for people.</summary>
    public override string ToString() => $"{File} line {Line}: {Violation}";
}
