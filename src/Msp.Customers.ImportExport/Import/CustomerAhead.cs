namespace Msp.Customers.ImportExport;

// A customer that was read: whether it is to be dealt with, being neither refused before nor met before, and what was heard of the files before it.
internal sealed record CustomerAhead(CustomerRows Rows, bool IsDue, ViolationList? Heard);
