namespace Msp.Customers.ImportExport;

// The outcome of a customer of the file.
internal enum Outcome : byte
{
    Waiting,
    Read,
    Added,
    Edited,
    Unchanged,
    Different,
    Refused,
}
