using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Msp.Customers;

/// <summary>A service plan as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
/// <remarks>A list that is null, as one that is missing in JSON, leaves what is stored, and is empty for a new plan. An empty list takes all away.</remarks>
public sealed class PlanDraft : IJsonOnDeserializing
{
    /// <summary>The plan's id; required.</summary>
    public string? Id { get; set; }

    /// <summary>The plan's name; required.</summary>
    public string? Name { get; set; }

    /// <summary>The plan's edition; required.</summary>
    public Edition? Edition { get; set; }

    /// <summary>What the plan includes; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<string?> Features { get; set; } = [];

    /// <summary>The regions a customer on the plan may store data in; none means any, null leaves those that are stored.</summary>
    [AllowNull]
    public IList<string?> AllowedRegions { get; set; } = [];

    /// <summary>Whether the plan is no longer offered; false by default.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Checks the draft by itself, without storage and rules: what no plan can exist without.</summary>
    /// <returns>All violations, each with the path of its member; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check() => PlanValidator.Check(Completed());

    void IJsonOnDeserializing.OnDeserializing() => (Features, AllowedRegions) = (null, null);

    // With both lists: one that is null is that of the plan as it is, and empty where there is none.
    internal PlanDraft Completed(ServicePlan? plan = null)
    {
        if (Features is not null && AllowedRegions is not null)
        {
            return this;
        }

        var (draft, before) = ((PlanDraft)MemberwiseClone(), plan?.ToDraft() ?? new PlanDraft());
        draft.Features ??= before.Features;
        draft.AllowedRegions ??= before.AllowedRegions;
        return draft;
    }
}
