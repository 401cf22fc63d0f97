namespace Msp.Customers.Usage;

// A quota on the sweep's axis: usable from Start up to and without End. The axis may be any on which time only grows.
internal readonly record struct CreditBucket(long Start, long End, long Amount, bool IsUnlimited, CarryOverLink? Inherits = null);
