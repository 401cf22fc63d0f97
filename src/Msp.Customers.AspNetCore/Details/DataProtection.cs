namespace Msp.Customers.AspNetCore;

/// <summary>The numbers of the customer's data sources with and without a backup.</summary>
/// <param name="ProtectedSources">The number of data sources with a backup.</param>
/// <param name="UnprotectedSources">The number of data sources without a backup.</param>
public sealed record DataProtection(int ProtectedSources, int UnprotectedSources);
