using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>By what a customer's usage is dated.</summary>
/// <param name="Id">The customer.</param>
/// <param name="TimeZone">Its IANA zone; null for the configured one.</param>
/// <param name="ClosedThrough">The last day whose usage is settled; null when no day is.</param>
public sealed record UsageTerms(CustomerId Id, string? TimeZone, LocalDate? ClosedThrough);
