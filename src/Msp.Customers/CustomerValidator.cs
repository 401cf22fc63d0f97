using System.Collections.Frozen;
using System.Collections.Immutable;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.CustomerDraft>;

namespace Msp.Customers;

// The invariants of a customer's draft.
internal static class CustomerValidator
{
    private static readonly FrozenSet<string> ZoneIds = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    private static readonly ImmutableArray<Invariant<CustomerDraft>> Invariants =
    [
        Text("Id", TextLimits.MaxIdLength, d => d.Id),
        Text("AccountName", TextLimits.MaxNameLength, d => d.AccountName, isRequired: true),
        Text("OrganizationName", TextLimits.MaxNameLength, d => d.OrganizationName, isRequired: true),
        Text("Address", TextLimits.MaxAddressLength, d => d.Address, lineBreaks: true),
        Text("PhoneNumber", TextLimits.MaxPhoneNumberLength, d => d.PhoneNumber),
        Text("TimeZone", TextLimits.MaxTimeZoneLength, d => d.TimeZone),
        When(
            "TimeZone",
            "time-zone.invalid",
            "The time zone is not an IANA time zone, such as Europe/Berlin.",
            d => d.TimeZone is not { Length: > TextLimits.MaxTimeZoneLength } && !IsZone(d.TimeZone)
        ),
        Text("ServicePlan", TextLimits.MaxIdLength, d => d.ServicePlan),
        When(
            "TenantType",
            "tenant-type.invalid",
            "The tenant type must be Evaluation, Commercial or Sandbox.",
            d => !Enum.IsDefined(d.TenantType)
        ),
        Date("LicenseExpiryDate", d => d.LicenseExpiryDate),
    ];

    private static readonly ImmutableArray<Invariant<ReferenceDraft>> ReferenceInvariants =
    [
        Invariant<ReferenceDraft>.Text("System", TextLimits.MaxTokenLength, r => r.System, isRequired: true),
        Invariant<ReferenceDraft>.Text("Id", TextLimits.MaxNameLength, r => r.Id, isRequired: true),
    ];

    public static IEnumerable<RuleDescriptor> Codes => [.. Invariants.SelectMany(i => i.Codes), DraftId.Mismatch, .. ItemList.Codes];

    public static bool IsZone(string? id) => TextLimits.IsMissing(id) || ZoneIds.Contains(id.Trim());

    // Whether a list exceeds the limit, in which case the rest of the draft is not checked.
    public static bool IsTooLong(CustomerDraft draft)
    {
        var found = default(ViolationList);
        CheckCounts(draft, ref found);
        return found.Count > 0;
    }

    // Checks a draft with all its lists. For the draft of a customer, it also reports numbers that the customer did not assign.
    public static IReadOnlyList<Violation> Check(CustomerDraft draft, Customer? customer = null)
    {
        var found = default(ViolationList);
        for (var i = 0; i < draft.ParseErrors.Count; i++)
        {
            found.Add(draft.ParseErrors[i]);
        }

        var parseErrors = found.Count;
        CheckCounts(draft, ref found);
        if (found.Count > parseErrors)
        {
            return found.ToList();
        }

        CheckAll(draft, Invariants, default, ref found);
        if (customer?.Id is { } own && DraftId.IsOfAnother(draft.Id, own.Value))
        {
            found.Add(DraftId.Mismatch.Violated(nameof(draft.Id)));
        }

        ItemList.CheckTexts(draft.StorageRegions, nameof(draft.StorageRegions), PlanValidator.Region, ref found);
        QuotaValidator.Check(draft.Quotas, nameof(draft.Quotas), Numbers(customer?.Quotas, static q => q.Number), ref found);
        QuotaValidator.CheckVoids(draft.Quotas, nameof(draft.Quotas), customer?.Quotas ?? [], ref found);
        ScheduleValidator.Check(draft.Schedules, nameof(draft.Schedules), Numbers(customer?.Schedules, static s => s.Number), ref found);
        ContactValidator.Check(draft.Contacts, nameof(draft.Contacts), Numbers(customer?.Contacts, static c => c.Number), ref found);
        ItemList.CheckItems(draft.References, nameof(draft.References), ReferenceInvariants, ref found);
        return customer?.Account is null || found.Count == 0 ? found.ToList() : [.. WithoutStoredNames(found.ToList(), draft, customer)];
    }

    private static HashSet<int>? Numbers<T>(IReadOnlyList<T>? items, Func<T, int> numberOf) => items?.Select(numberOf).ToHashSet();

    // A name of invisible characters counts as missing. Names that were stored before this check existed must not block other edits.
    private static IEnumerable<Violation> WithoutStoredNames(IReadOnlyList<Violation> found, CustomerDraft draft, Customer stored)
    {
        HashSet<string> invisible =
        [
            .. new[] { stored.Account.AccountName, stored.Account.OrganizationName }
                .Concat(stored.Contacts.Select(c => c.Name))
                .Concat(stored.References.SelectMany(r => new[] { r.System, r.Id }))
                .Where(TextLimits.IsMissing),
        ];
        if (invisible.Count == 0)
        {
            return found;
        }

        (string Path, string? Text)[] names =
        [
            (nameof(draft.AccountName), draft.AccountName),
            (nameof(draft.OrganizationName), draft.OrganizationName),
            .. draft.Contacts!.Select((c, i) => (new ItemPath(nameof(draft.Contacts), i).Of("Name"), c?.Name)),
            .. draft.References!.Select((r, i) => (new ItemPath(nameof(draft.References), i).Of("System"), r?.System)),
            .. draft.References!.Select((r, i) => (new ItemPath(nameof(draft.References), i).Of("Id"), r?.Id)),
        ];
        var kept = names.Where(n => n.Text is not null && invisible.Contains(n.Text.Trim())).Select(n => n.Path).ToHashSet();
        return found.Where(v => v.Code != TextCodes.Required.Code || !kept.Contains(v.Path));
    }

    private static void CheckCounts(CustomerDraft draft, ref ViolationList found)
    {
        ItemList.CheckCount(draft.StorageRegions.Count, nameof(CustomerDraft.StorageRegions), ref found);
        ItemList.CheckCount(draft.Quotas.Count, nameof(CustomerDraft.Quotas), ref found);
        ItemList.CheckCount(draft.Schedules.Count, nameof(CustomerDraft.Schedules), ref found);
        ItemList.CheckCount(draft.Contacts.Count, nameof(CustomerDraft.Contacts), ref found);
        ItemList.CheckCount(draft.References.Count, nameof(CustomerDraft.References), ref found);
    }
}
