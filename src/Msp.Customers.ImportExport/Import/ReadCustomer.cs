namespace Msp.Customers.ImportExport;

// A customer that was read, whether its outcome was waiting (neither refused nor a duplicate), and the file violations that precede it.
internal sealed record ReadCustomer(CustomerRows Rows, bool IsWaiting, ViolationList PrecedingViolations);
