namespace Msp.Customers.Usage;

// A quota on an axis of time: usable from Start, inclusive, to End, exclusive. Any monotonic unit of time is possible.
internal readonly record struct CreditBucket(long Start, long End, long Amount, bool IsUnlimited, CarryOverLink? Link = null);
