using System.Collections.Immutable;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.QuotaDraft>;

namespace Msp.Customers;

// The invariants of the quotas of a draft.
internal static class QuotaValidator
{
    public static readonly RuleDescriptor NumberNotFound = ItemList.NumberNotFound("quota");

    private static readonly ImmutableArray<Invariant<QuotaDraft>> Invariants =
    [
        Date("EffectiveDate", q => q.EffectiveDate),
        Date("EndDate", q => q.EndDate),
        Date("VoidedFrom", q => q.VoidedFrom),
        When("EffectiveDate", "quota.effective-date-required", "The effective date is required.", q => q.EffectiveDate is null),
        // Equal dates are a period of one day.
        When(
                "EndDate",
                "quota.ends-before-it-starts",
                "The end date {EndDate} is before the effective date {EffectiveDate}.",
                q => SupportedDates.AreReversed(q.EffectiveDate, q.EndDate)
            )
            .With("EffectiveDate", q => q.EffectiveDate!.Value)
            .With("EndDate", q => q.EndDate!.Value),
        .. Limit<QuotaDraft>(q => q.Credits, q => q.Unlimited, q => q.CarryOver is not null),
        .. Caps<QuotaDraft>(q => q.CarryOver?.MaxCredits, q => q.CarryOver?.MaxPercent),
    ];

    private static readonly RuleDescriptor InvalidCarryOverSource = RuleDescriptor.Invariant(
        "quota.invalid-carry-over-source",
        "CarryOver.From must be the number of another quota of this customer."
    );

    private static readonly RuleDescriptor CarryOverOverlaps = RuleDescriptor.Invariant(
        "quota.carry-over-overlaps",
        "Quota {From} must end before {EffectiveDate}, the effective date of the quota that carries its credits over.",
        ("From", typeof(int)),
        ("EffectiveDate", typeof(LocalDate))
    );

    private static readonly RuleDescriptor AlreadyVoided = RuleDescriptor.Invariant(
        "quota.already-voided",
        "Quota {Number} is already void from {VoidedFrom}. It can only be voided from an earlier date.",
        ("Number", typeof(int)),
        ("VoidedFrom", typeof(LocalDate))
    );

    public static IEnumerable<RuleDescriptor> Codes =>
        [.. Invariants.SelectMany(i => i.Codes), InvalidCarryOverSource, CarryOverOverlaps, AlreadyVoided, NumberNotFound];

    public static void Check(IList<QuotaDraft> quotas, string list, HashSet<int>? known, ref ViolationList found)
    {
        ItemList.CheckItems(quotas, list, Invariants, ref found);
        ItemList.CheckNumbers(quotas, list, static q => q.Number, known, NumberNotFound, ref found);
        for (var i = 0; i < quotas.Count; i++)
        {
            if (quotas[i]?.CarryOver is not { } carryOver)
            {
                continue;
            }

            var path = new ItemPath(list, i);
            if (Source(quotas, i) is not { } source)
            {
                found.Add(InvalidCarryOverSource.Violated(path.Of("CarryOver.From")));
            }
            else if (quotas[i].EffectiveDate is { } start && SupportedDates.Contains(start) && !EndsBefore(source, start))
            {
                found.Add(CarryOverOverlaps.Violated(path.Of("CarryOver.From"), ("From", carryOver.From!.Value), ("EffectiveDate", start)));
            }
        }
    }

    // The void date of a quota can only become earlier.
    public static void CheckVoids(IList<QuotaDraft> quotas, string list, IReadOnlyList<CreditQuota> stored, ref ViolationList found)
    {
        if (!stored.Any(q => q.VoidedFrom is not null))
        {
            return;
        }

        var voids = stored.Where(q => q.VoidedFrom is not null).ToDictionary(q => q.Number, q => q.VoidedFrom!.Value);
        for (var i = 0; i < quotas.Count; i++)
        {
            if (quotas[i] is { Number: { } number, VoidedFrom: { } wanted } && voids.TryGetValue(number, out var from) && from < wanted)
            {
                found.Add(AlreadyVoided.Violated(new ItemPath(list, i).Of("VoidedFrom"), ("Number", number), ("VoidedFrom", from)));
            }
        }
    }

    // The source must be another quota of the draft that ends before this one starts.
    public static bool HasSource(IList<QuotaDraft> quotas, int index) =>
        Source(quotas, index) is { } source && EndsBefore(source, quotas[index].EffectiveDate!.Value);

    // An unsupported end date is reported separately.
    private static bool EndsBefore(QuotaDraft source, LocalDate start) =>
        source.EndDate is { } end && (!SupportedDates.Contains(end) || end < start);

    // The source usually is the previous quota, so that the search starts there.
    private static QuotaDraft? Source(IList<QuotaDraft> quotas, int index)
    {
        var from = quotas[index].CarryOver!.From;
        for (var step = 1; from is not null && step < quotas.Count; step++)
        {
            if (quotas[(index - step + quotas.Count) % quotas.Count] is { } quota && quota.Number == from)
            {
                return quota;
            }
        }

        return null;
    }

    // Unset, zero and unlimited are different values, and no value is rounded.
    public static Invariant<T>[] Limit<T>(Func<T, decimal?> credits, Func<T, bool> isUnlimited, Func<T, bool> mayBeZero) =>
        [
            Invariant<T>.When(
                "Credits",
                "quota.credits-required",
                "The quota must have credits or be unlimited.",
                q => credits(q) is null && !isUnlimited(q)
            ),
            Invariant<T>.When(
                "Unlimited",
                "quota.credits-and-unlimited",
                "A quota is either unlimited or has credits, not both.",
                q => credits(q) is not null && isUnlimited(q)
            ),
            Invariant<T>
                .When(
                    "Credits",
                    "quota.credits-not-positive",
                    "The credits must be greater than zero, not {Credits}. Only a quota with carry-over can have 0 credits.",
                    q => credits(q) < 0 || (credits(q) == 0 && !mayBeZero(q))
                )
                .With("Credits", q => credits(q)!.Value),
            Invariant<T>
                .When(
                    "Credits",
                    "quota.credits-too-precise",
                    "The credits {Credits} have more than six decimal places.",
                    q => credits(q) is { } amount && Credits.IsTooFine(amount)
                )
                .With("Credits", q => credits(q)!.Value),
            Invariant<T>
                .When("Credits", "quota.credits-too-large", "The credits {Credits} exceed the maximum {Max}.", q => credits(q) > Max)
                .With("Credits", q => credits(q)!.Value)
                .With("Max", _ => Credits.Max),
        ];

    public static Invariant<T>[] Caps<T>(Func<T, decimal?> maxCredits, Func<T, decimal?> maxPercent) =>
        [
            Cap<T>("MaxCredits", q => maxCredits(q) is { } cap && (cap <= 0 || cap > Max || Credits.IsTooFine(cap)))
                .With("Cap", q => maxCredits(q)!.Value)
                .With("Max", _ => Max),
            Cap<T>("MaxPercent", q => maxPercent(q) is { } cap && !CarryOverTerms.IsPercent(cap))
                .With("Cap", q => maxPercent(q)!.Value)
                .With("Max", _ => CarryOverTerms.PercentLimit),
        ];

    private static decimal Max => Credits.Max.Amount;

    private static Condition<T> Cap<T>(string member, Func<T, bool> isViolated) =>
        Invariant<T>.When(
            $"CarryOver.{member}",
            "quota.invalid-carry-over-cap",
            "The carry-over cap {Cap} must be greater than zero and at most {Max}, with at most six decimal places.",
            isViolated
        );
}
