namespace Msp.Customers;

/// <summary>
/// The complete plain state of a plan, for stores that map by hand. It serializes with System.Text.Json without further configuration.
/// </summary>
public sealed class PlanSnapshot
{
    /// <summary>The complete editable state.</summary>
    public PlanDraft Details { get; set; } = new();

    /// <summary>The version: the stored one, or the one to be stored.</summary>
    public long Version { get; set; }
}
