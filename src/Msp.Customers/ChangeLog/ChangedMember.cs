namespace Msp.Customers.ChangeLog;

/// <summary>A member whose value was changed.</summary>
/// <remarks>A value is personal data when the member contains personal data.</remarks>
/// <param name="Path">The path of the member, such as <c>Quotas[2].EndDate</c>, where 2 is the number of the quota.</param>
/// <param name="Old">The old value as culture-invariant text; null for no value.</param>
/// <param name="New">The new value as culture-invariant text; null for no value.</param>
public sealed record ChangedMember(string Path, string? Old, string? New);
