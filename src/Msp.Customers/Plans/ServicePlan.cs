using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>A service plan that customers subscribe to.</summary>
/// <remarks>A plan is offered or retired. Customers that have a retired plan keep it, and no other customer can choose it.</remarks>
/// <example>
/// <code>
/// var plan = ServicePlan.Create(new PlanDraft
/// {
///     Id = "enterprise",
///     Name = "Enterprise",
///     Edition = Edition.Enterprise,
///     AllowedRegions = ["us-east-1", "eu-west-1"],
/// });
/// Console.WriteLine(plan.Allows(new StorageRegion("EU-West-1")));   // True: names of regions are compared in lower case
///
/// await plans.AddAsync(plan);   // plans is the PlanRepository of the container.
/// </code>
/// </example>
public sealed partial class ServicePlan : IAggregate<ServicePlan>
{
    private readonly List<PlanFeature> features = [];
    private readonly List<StorageRegion> allowedRegions = [];
    private PlanSnapshot? original;
    private long version;

    private ServicePlan() { }

    /// <summary>The plan's id. It never changes.</summary>
    public PlanId Id { get; private set; } = null!;

    /// <summary>The plan's name.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The plan's normalized name, for comparison and sorting.</summary>
    public NameKey NameKey { get; private set; } = null!;

    /// <summary>The plan's edition.</summary>
    public Edition Edition { get; private set; }

    /// <summary>The features that the plan includes, in order of name.</summary>
    public IReadOnlyList<PlanFeature> Features => features;

    /// <summary>The regions in which customers of the plan may store data, in order of name; empty when all regions are allowed.</summary>
    public IReadOnlyList<StorageRegion> AllowedRegions => allowedRegions;

    /// <summary>Whether the plan is no longer offered.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>The version, which increases with every change. A save of an outdated version is a conflict and stores nothing.</summary>
    public long Version
    {
        get => version;
        private set => (version, OriginalVersion, original) = (value, value, null);
    }

    // The stored version when the plan was read or last saved; 0 when it was never stored.
    internal long OriginalVersion { get; private set; }

    /// <summary>Creates a plan from a draft. The plan is not stored.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The new plan.</returns>
    /// <exception cref="RuleViolationException">The draft is not valid. The exception contains all violations.</exception>
    public static ServicePlan Create(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        RuleViolationException.ThrowIfAnyError(draft.Check());
        draft = draft.Completed();
        var plan = new ServicePlan { Id = new PlanId(draft.Id!) };
        plan.Apply(draft);
        plan.version = 1;
        return plan;
    }

    /// <summary>Restores a plan from its stored state.</summary>
    /// <param name="snapshot">The snapshot that <see cref="ToSnapshot"/> returned.</param>
    /// <returns>The stored plan.</returns>
    /// <exception cref="ArgumentException">The state is not that of a plan.</exception>
    public static ServicePlan FromSnapshot(PlanSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is not { Details: not null, Version: >= 0 })
        {
            throw new ArgumentException("The snapshot must have details and a version that is not negative.", nameof(snapshot));
        }

        var plan = new ServicePlan { Id = new PlanId(snapshot.Details.Id!) };
        plan.Apply(snapshot.Details.Completed());
        plan.Version = snapshot.Version;
        return plan;
    }

    // Whether a stored snapshot is invalid, and its invalid member. The member is null when no single member is invalid.
    internal static bool IsUnreadable(PlanSnapshot snapshot, out string? member)
    {
        try
        {
            FromSnapshot(snapshot);
            member = null;
            return false;
        }
        catch (ArgumentException)
        {
            member = snapshot.Details?.Check().FirstOrDefault(v => v.Severity == Severity.Error)?.Path;
            return true;
        }
    }

    // Returns a plan for queries that replaces an invalid stored snapshot, or null when the id is invalid too.
    internal static ServicePlan? PlaceholderFor(PlanSnapshot snapshot) =>
        snapshot.Details is { } details && TextLimits.IsId(details.Id)
            ? FromSnapshot(
                new PlanSnapshot
                {
                    Details = new PlanDraft
                    {
                        Id = snapshot.Details.Id,
                        Name = "?",
                        IsRetired = snapshot.Details.IsRetired,
                    },
                    Version = Math.Max(0, snapshot.Version),
                }
            )
            : null;

    /// <summary>Replaces the editable state of the plan with that of a draft. The dates of customers do not change.</summary>
    /// <param name="draft">The complete editable state. Its id is the plan's id. A list that is null stays unchanged.</param>
    /// <exception cref="RuleViolationException">
    /// The draft is not valid or belongs to another plan. The exception contains all violations, and the plan is unchanged.
    /// </exception>
    public void Edit(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft = draft.Completed(this);
        var found = draft.Check();
        RuleViolationException.ThrowIfAnyError(
            DraftId.IsOfAnother(draft.Id, Id.Value) ? [DraftId.Mismatch.Violated(nameof(draft.Id)), .. found] : found
        );
        BeginChange();
        Apply(draft);
    }

    /// <summary>Returns the plan as a draft, which is the starting point of an edit.</summary>
    /// <returns>A new draft with the complete editable state.</returns>
    public PlanDraft ToDraft() =>
        new()
        {
            Id = Id.Value,
            Name = Name,
            Edition = Edition,
            Features = [.. features.Select(f => f.Name)],
            AllowedRegions = [.. allowedRegions.Select(r => r.Name)],
            IsRetired = IsRetired,
        };

    /// <summary>Returns the complete plain state, for a store that maps by hand.</summary>
    /// <returns>A new snapshot with the version to be stored.</returns>
    public PlanSnapshot ToSnapshot() => new() { Details = ToDraft(), Version = version };

    /// <summary>Returns whether customers of the plan may store data in a region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>True when the plan allows the region. A plan without regions allows all of them.</returns>
    public bool Allows(StorageRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Allow(allowedRegions, region);
    }

    // An empty list allows all regions.
    internal static bool Allow(IReadOnlyList<StorageRegion> allowed, StorageRegion region) =>
        allowed.Count == 0 || allowed.Contains(region);

    /// <summary>Returns the plan's id.</summary>
    public override string ToString() => $"Plan {Id}";

    private void Apply(PlanDraft draft)
    {
        var name = TextLimits.Demand(draft.Name, nameof(draft), TextLimits.MaxNameLength);
        var newFeatures = draft.Features.Select(f => new PlanFeature(f!)).ToHashSet();
        var newRegions = draft.AllowedRegions.Select(r => new StorageRegion(r!)).ToHashSet();
        Edition =
            draft.Edition is { } edition && Enum.IsDefined(edition)
                ? edition
                : throw new ArgumentException("The plan must have an edition.", nameof(draft));
        Name = name;
        NameKey = NameKey.Of(name);
        IsRetired = draft.IsRetired;
        Reconcile(features, newFeatures, f => f.Name);
        Reconcile(allowedRegions, newRegions, r => r.Name);
    }

    // Items that are not removed keep their objects, so that a unit of work detects which rows changed.
    private static void Reconcile<T>(List<T> items, HashSet<T> wanted, Func<T, string> key)
    {
        items.RemoveAll(i => !wanted.Remove(i));
        items.AddRange(wanted);
        items.Sort((a, b) => CodePoints.Compare(key(a), key(b)));
    }
}
