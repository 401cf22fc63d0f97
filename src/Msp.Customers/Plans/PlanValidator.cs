using System.Collections.Immutable;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using static Msp.Customers.Rules.Invariant<Msp.Customers.PlanDraft>;

namespace Msp.Customers;

// The invariants of a plan's draft.
internal static class PlanValidator
{
    private static readonly RuleDescriptor TooLong = ItemList.ListTooLong("plan.list-too-long");

    private static readonly ImmutableArray<Invariant<PlanDraft>> Invariants =
    [
        Text("Id", TextLimits.MaxIdLength, p => p.Id, isRequired: true),
        Text("Name", TextLimits.MaxNameLength, p => p.Name, isRequired: true),
        When(
            "Edition",
            "plan.edition-required",
            "The edition is required: Business, Enterprise or Elite.",
            p => p.Edition is not { } edition || !Enum.IsDefined(edition)
        ),
    ];

    private static readonly Text<string?> Feature = Invariant<string?>.Text("", TextLimits.MaxNameLength, f => f, isRequired: true);

    // Also used for the storage regions of customers.
    public static readonly Text<string?> Region = Invariant<string?>.Text("", TextLimits.MaxTokenLength, r => r, isRequired: true);

    public static IEnumerable<RuleDescriptor> Codes => [.. Invariants.SelectMany(i => i.Codes), TooLong];

    public static IReadOnlyList<Violation> Check(PlanDraft draft)
    {
        var found = default(ViolationList);
        ItemList.CheckCount(draft.Features.Count, nameof(PlanDraft.Features), ref found, TooLong);
        ItemList.CheckCount(draft.AllowedRegions.Count, nameof(PlanDraft.AllowedRegions), ref found, TooLong);
        if (found.Count == 0)
        {
            CheckAll(draft, Invariants, default, ref found);
            ItemList.CheckTexts(draft.Features, nameof(PlanDraft.Features), Feature, ref found);
            ItemList.CheckTexts(draft.AllowedRegions, nameof(PlanDraft.AllowedRegions), Region, ref found);
        }

        return found.ToList();
    }
}
