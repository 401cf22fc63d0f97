namespace Msp.Customers.ChangeLog;

/// <summary>One member that has another value than before. Values are personal data wherever the members are.</summary>
/// <param name="Path">The member, such as <c>Quotas[2].EndDate</c>, where the number is that of the quota.</param>
/// <param name="Old">The value before, as text without regard to a culture; null for none.</param>
/// <param name="New">The value after; null for none.</param>
public sealed record ChangedMember(string Path, string? Old, string? New);
