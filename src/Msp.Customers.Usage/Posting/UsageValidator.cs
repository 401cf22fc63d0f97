using System.Collections.Immutable;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.Usage.UsageDraft>;

namespace Msp.Customers.Usage;

// The invariants of a usage draft.
internal static class UsageValidator
{
    // The bounds ensure that an instant is on a supported day in every time zone.
    private static readonly Instant First = Midnight(SupportedDates.First.PlusDays(2));
    private static readonly Instant Last = Midnight(SupportedDates.Last.PlusDays(-2));

    private static readonly ImmutableArray<Invariant<UsageDraft>> Invariants =
    [
        Text("Customer", TextLimits.MaxIdLength, u => u.Customer, isRequired: true),
        Text("Key", TextLimits.MaxIdLength, u => u.Key, isRequired: true),
        When("Key", "usage.key-invisible-characters", "The key contains invisible characters.", u => TextLimits.HasInvisibles(u.Key)),
        When("Credits", "usage.credits-required", "The credits are required.", u => u.Credits is null),
        When(
                "Credits",
                "usage.credits-negative",
                "The credits must not be negative: {Credits}. Reverse the posted usage by its key instead.",
                u => u.Credits < 0
            )
            .With("Credits", u => u.Credits!.Value),
        When(
                "Credits",
                "usage.credits-too-precise",
                "The credits {Credits} have more than six decimal places.",
                u => u.Credits is { } credits && Credits.IsTooFine(credits)
            )
            .With("Credits", u => u.Credits!.Value),
        When("Credits", "usage.credits-too-large", "The credits {Credits} exceed the maximum {Max}.", u => u.Credits > Credits.Max.Amount)
            .With("Credits", u => u.Credits!.Value)
            .With("Max", _ => Credits.Max),
        When("Date", "usage.date-required", "The usage must have a date or an instant.", u => u.Date is null && u.OccurredAt is null),
        When(
            "OccurredAt",
            "usage.date-and-instant",
            "The usage has a date and an instant. Specify only one.",
            u => u.Date is not null && u.OccurredAt is not null
        ),
        OutOfRange("Date", u => u.Date is { } date && !SupportedDates.Contains(date)),
        OutOfRange("OccurredAt", u => u.OccurredAt < First || u.OccurredAt > Last),
    ];

    public static IEnumerable<RuleDescriptor> Codes => Invariants.SelectMany(i => i.Codes);

    public static IReadOnlyList<Violation> Check(UsageDraft draft)
    {
        var found = default(ViolationList);
        CheckAll(draft, Invariants, default, ref found);
        return found.ToList();
    }

    private static Condition<UsageDraft> OutOfRange(string member, Func<UsageDraft, bool> isViolated) =>
        When(member, "usage.date-out-of-range", "The date must be between 0001-01-01 and 9999-12-31 in the ISO calendar.", isViolated);

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
