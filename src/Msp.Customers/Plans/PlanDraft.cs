using Msp.Customers.Rules;

namespace Msp.Customers.Plans;

/// <summary>A service plan as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class PlanDraft
{
    /// <summary>The plan's id; required.</summary>
    public string? Id { get; set; }

    /// <summary>The plan's name; required.</summary>
    public string? Name { get; set; }

    /// <summary>The plan's edition; required.</summary>
    public Edition? Edition { get; set; }

    /// <summary>What the plan includes.</summary>
    public IList<string?> Features
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>The regions a customer on the plan may store data in; none means any.</summary>
    public IList<string?> AllowedRegions
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Whether the plan is no longer offered; false by default.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Checks the draft by itself, without storage and rules: what no plan can exist without.</summary>
    /// <returns>All violations, each with the path of its member; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check() => PlanValidator.Check(this);
}
