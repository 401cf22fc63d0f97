namespace Msp.Customers;

/// <summary>The complete plain state of a stored plan, for stores that map by hand. It serializes as it is.</summary>
public sealed class PlanSnapshot
{
    /// <summary>All that can be edited.</summary>
    public PlanDraft Details { get; set; } = new();

    /// <summary>The version to be stored, or as stored.</summary>
    public long Version { get; set; }
}
