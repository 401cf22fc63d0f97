namespace Msp.Customers.AspNetCore;

/// <summary>How much of what the customer has is protected.</summary>
/// <param name="ProtectedSources">Data sources with a backup.</param>
/// <param name="UnprotectedSources">Data sources without one.</param>
public sealed record DataProtection(int ProtectedSources, int UnprotectedSources);
