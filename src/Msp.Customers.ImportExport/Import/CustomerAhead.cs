namespace Msp.Customers.ImportExport;

// A customer that was read, whether it is to be processed (neither refused nor a duplicate), and the file violations that precede it.
internal sealed record CustomerAhead(CustomerRows Rows, bool IsDue, ViolationList? Heard);
