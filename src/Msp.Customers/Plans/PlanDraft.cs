using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Msp.Customers;

/// <summary>
/// A service plan as a form, an import row or a request contains it. Its values may be missing or invalid until the draft is checked.
/// </summary>
/// <remarks>
/// A list that is null keeps the stored list in an edit, and is empty for a new plan. An empty list removes all items. In a draft that is
/// read from JSON, a list that is missing is null.
/// </remarks>
public sealed class PlanDraft : IJsonOnDeserializing
{
    /// <summary>The plan's id; required.</summary>
    public string? Id { get; set; }

    /// <summary>The plan's name; required.</summary>
    public string? Name { get; set; }

    /// <summary>The plan's edition; required.</summary>
    public Edition? Edition { get; set; }

    /// <summary>The names of the features that the plan includes; null keeps the stored list.</summary>
    [AllowNull]
    public IList<string?> Features { get; set; } = [];

    /// <summary>
    /// The regions in which customers of the plan may store data; an empty list allows all regions, and null keeps the stored list.
    /// </summary>
    [AllowNull]
    public IList<string?> AllowedRegions { get; set; } = [];

    /// <summary>Whether the plan is no longer offered; false by default.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Checks the invariants of the draft, without storage and rules.</summary>
    /// <returns>All violations, each with the path of its member; empty when the draft is valid.</returns>
    public IReadOnlyList<Violation> Check() => PlanValidator.Check(Completed());

    void IJsonOnDeserializing.OnDeserializing() => (Features, AllowedRegions) = (null, null);

    // Returns a draft with both lists. A list that is null becomes the plan's list, or an empty list for a new plan.
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
