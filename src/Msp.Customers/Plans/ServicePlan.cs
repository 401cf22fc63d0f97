using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>What a customer subscribes to. A plan is offered or retired: a retired one is kept by the customers that have it and chosen by no other.</summary>
public sealed class ServicePlan
{
    private readonly List<PlanFeature> features = [];
    private readonly List<StorageRegion> allowedRegions = [];
    private long version;

    private ServicePlan() { }

    /// <summary>The plan's id; it never changes.</summary>
    public PlanId Id { get; private set; } = null!;

    /// <summary>The plan's name.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The plan's name folded for comparison and order.</summary>
    public NameKey NameKey { get; private set; } = null!;

    /// <summary>The plan's edition.</summary>
    public Edition Edition { get; private set; }

    /// <summary>What the plan includes, in order of name.</summary>
    public IReadOnlyList<PlanFeature> Features => features;

    /// <summary>The regions a customer on the plan may store data in, in order of name; empty means any.</summary>
    public IReadOnlyList<StorageRegion> AllowedRegions => allowedRegions;

    /// <summary>Whether the plan is no longer offered.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Moves with every change; a save of an outdated version is refused.</summary>
    public long Version
    {
        get => version;
        private set => version = OriginalVersion = value;
    }

    /// <summary>The version that storage held when the plan was read or last saved; 0 when it was never stored.</summary>
    public long OriginalVersion { get; private set; }

    /// <summary>Makes a plan from a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>A new plan, not yet stored.</returns>
    /// <exception cref="RuleViolationException">The draft is not valid; the exception contains all violations.</exception>
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
    /// <param name="snapshot">What <see cref="ToSnapshot"/> gave.</param>
    /// <returns>The plan as stored.</returns>
    /// <exception cref="ArgumentException">The state is not a plan's.</exception>
    public static ServicePlan FromSnapshot(PlanSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is not { Details: not null, Version: >= 0 })
        {
            throw new ArgumentException("The state has no details, or a version below zero.", nameof(snapshot));
        }

        var plan = new ServicePlan { Id = new PlanId(snapshot.Details.Id!) };
        plan.Apply(snapshot.Details.Completed());
        plan.Version = snapshot.Version;
        return plan;
    }

    // For a change that is no member's.
    internal void Touch() => version++;

    // Whether a stored state is no plan's, and by which member; null where no single one can be named.
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

    // What a question asks of a stored state that is no plan's; null where not even that can be made.
    internal static ServicePlan? StandInFor(PlanSnapshot snapshot) =>
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

    /// <summary>Makes this object the same as another of the same plan, for a unit of work that keeps its own objects.</summary>
    /// <param name="snapshot">What the other's <see cref="ToSnapshot"/> gave.</param>
    /// <exception cref="ArgumentException">The state is not this plan's.</exception>
    public void RestoreFrom(PlanSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (FromSnapshot(snapshot).Id != Id)
        {
            throw new ArgumentException("The state is another plan's.", nameof(snapshot));
        }

        Apply(snapshot.Details.Completed());
        version = snapshot.Version;
    }

    /// <summary>Changes the plan to what a draft says. No customer's dates move.</summary>
    /// <param name="draft">The whole of what can be edited; its id is the plan's. A list that is null stays as it is.</param>
    /// <exception cref="RuleViolationException">The draft is not valid, or is another plan's; the exception contains all violations and the plan is unchanged.</exception>
    public void Edit(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft = draft.Completed(this);
        var found = draft.Check();
        RuleViolationException.ThrowIfAnyError(
            DraftId.IsOfAnother(draft.Id, Id.Value) ? [DraftId.OfAnother.Violated(nameof(draft.Id)), .. found] : found
        );
        Apply(draft);
        version++;
    }

    /// <summary>The plan as the starting point of an edit.</summary>
    /// <returns>A new draft.</returns>
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

    /// <summary>The complete plain state.</summary>
    /// <returns>A new snapshot with the version to be stored.</returns>
    public PlanSnapshot ToSnapshot() => new() { Details = ToDraft(), Version = version };

    /// <summary>Whether a customer on the plan may store data in a region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>True for every region when the plan names none.</returns>
    public bool Allows(StorageRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Allow(allowedRegions, region);
    }

    // No region named is every region.
    internal static bool Allow(IReadOnlyList<StorageRegion> allowed, StorageRegion region) =>
        allowed.Count == 0 || allowed.Contains(region);

    /// <summary>The plan's id.</summary>
    public override string ToString() => $"Plan {Id}";

    /// <summary>Marks the version as stored. Repositories call it after a save.</summary>
    public void AcceptChanges() => OriginalVersion = version;

    private void Apply(PlanDraft draft)
    {
        var name = TextLimits.Demand(draft.Name, nameof(draft), TextLimits.MaxNameLength);
        var newFeatures = draft.Features.Select(f => new PlanFeature(f!)).ToHashSet();
        var newRegions = draft.AllowedRegions.Select(r => new StorageRegion(r!)).ToHashSet();
        Edition =
            draft.Edition is { } edition && Enum.IsDefined(edition)
                ? edition
                : throw new ArgumentException("A plan has an edition.", nameof(draft));
        Name = name;
        NameKey = NameKey.Of(name);
        IsRetired = draft.IsRetired;
        Reconcile(features, newFeatures, f => f.Name);
        Reconcile(allowedRegions, newRegions, r => r.Name);
    }

    // Objects that stay are kept, not made anew, so that a unit of work sees which rows changed.
    private static void Reconcile<T>(List<T> items, HashSet<T> wanted, Func<T, string> key)
    {
        items.RemoveAll(i => !wanted.Remove(i));
        items.AddRange(wanted);
        items.Sort((a, b) => CodePoints.Compare(key(a), key(b)));
    }
}
