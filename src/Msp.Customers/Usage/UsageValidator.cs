using System.Collections.Immutable;
using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.Usage.UsageDraft>;

namespace Msp.Customers.Usage;

// What a draft of usage must keep.
internal static class UsageValidator
{
    // An instant is on a supported day in every zone.
    private static readonly Instant First = Midnight(SupportedDates.First.PlusDays(2));
    private static readonly Instant Last = Midnight(SupportedDates.Last.PlusDays(-2));

    private static readonly ImmutableArray<Invariant<UsageDraft>> Invariants =
    [
        Text("Customer", TextForm.MaxIdLength, u => u.Customer, isRequired: true),
        Text("Key", TextForm.MaxIdLength, u => u.Key, isRequired: true),
        When("Key", "usage.key-invisible-characters", "The key holds invisible characters.", u => TextForm.HasInvisibles(u.Key)),
        When("Credits", "usage.credits-missing", "The usage has no credits.", u => u.Credits is null),
        When(
                "Credits",
                "usage.credits-negative",
                "The credits {Credits} are less than zero; what was posted too much is taken back under its key.",
                u => u.Credits < 0
            )
            .With("Credits", u => u.Credits!.Value),
        When(
                "Credits",
                "usage.credits-too-fine",
                "The credits {Credits} have more than six decimal places.",
                u => u.Credits is { } credits && Credits.IsTooFine(credits)
            )
            .With("Credits", u => u.Credits!.Value),
        When("Credits", "usage.credits-too-large", "The credits {Credits} are more than {Max}.", u => u.Credits > Credits.Max.Amount)
            .With("Credits", u => u.Credits!.Value)
            .With("Max", _ => Credits.Max),
        When("Date", "usage.date-missing", "The usage has neither a date nor an instant.", u => u.Date is null && u.At is null),
        When(
            "At",
            "usage.dated-twice",
            "The usage has a date and an instant too; it is dated by one of the two.",
            u => u.Date is not null && u.At is not null
        ),
        OutOfRange("Date", u => u.Date is { } date && !SupportedDates.Contains(date)),
        OutOfRange("At", u => u.At < First || u.At > Last),
    ];

    public static IEnumerable<RuleDescriptor> Codes => Invariants.SelectMany(i => i.Codes);

    public static IReadOnlyList<Violation> Check(UsageDraft draft)
    {
        var found = default(ViolationList);
        CheckAll(draft, Invariants, default, ref found);
        return found.ToList();
    }

    private static Condition<UsageDraft> OutOfRange(string member, Func<UsageDraft, bool> isBroken) =>
        When(member, "usage.date-out-of-range", "The date is not in the ISO calendar between 0001-01-01 and 9999-12-31.", isBroken);

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
