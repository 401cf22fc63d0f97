using System.Collections.Immutable;
using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.Quotas.QuotaScheduleDraft>;

namespace Msp.Customers.Quotas;

// What the schedules of a draft must keep.
internal static class ScheduleValidator
{
    public static readonly RuleDescriptor NumberUnknown = ItemList.NumberUnknown("schedule");

    // Reported by a renewal: nothing is made, and a renewal through an earlier day or the deletion of old quotas helps.
    public static readonly RuleDescriptor TooManyDue = RuleDescriptor.Invariant(
        "schedule.too-many-due",
        "With those that are due through {Through} the customer would have more than {Max} quotas.",
        ("Through", typeof(LocalDate)),
        ("Max", typeof(int))
    );

    private static readonly ImmutableArray<Invariant<QuotaScheduleDraft>> Invariants =
    [
        Date("Anchor", s => s.Anchor),
        Date("Until", s => s.Until),
        Date("NextRenewal", s => s.NextRenewal),
        When("Anchor", "schedule.anchor-missing", "The schedule has no anchor, the first day of its first quota.", s => s.Anchor is null),
        When(
            "Unit",
            "schedule.unit-unknown",
            "The unit is not one of Day, Week, Month, Quarter, HalfYear and Year.",
            s => s.Unit is not { } unit || !Enum.IsDefined(unit)
        ),
        When(
                "Every",
                "schedule.every-out-of-range",
                "An interval of {Every} units is not one of 1 to 1,000.",
                s => s.Every is < 1 or > Schedule.MaxEvery
            )
            .With("Every", s => s.Every),
        When(
                "Until",
                "schedule.ends-before-it-starts",
                "The last day {Until} is before the anchor {Anchor}.",
                s => SupportedDates.AreReversed(s.Anchor, s.Until)
            )
            .With("Until", s => s.Until!.Value)
            .With("Anchor", s => s.Anchor!.Value),
        When(
                "Increment",
                "schedule.increment-wrong",
                "The increment {Increment} is less than zero or more than {Max}, or has more than six decimal places.",
                s => s.Increment < 0 || s.Increment > Credits.Max.Amount || Credits.IsTooFine(s.Increment)
            )
            .With("Increment", s => s.Increment)
            .With("Max", _ => Credits.Max),
        When(
                "NextOccurrence",
                "schedule.next-occurrence-negative",
                "The next occurrence {NextOccurrence} is less than 0, the number of the first.",
                s => s.NextOccurrence < 0
            )
            .With("NextOccurrence", s => s.NextOccurrence!.Value),
        .. QuotaValidator.Limit<QuotaScheduleDraft>(s => s.Credits, s => s.Unlimited, _ => false),
        .. QuotaValidator.Caps<QuotaScheduleDraft>(s => s.CarryOver?.MaxCredits, s => s.CarryOver?.MaxPercent),
    ];

    public static IEnumerable<RuleDescriptor> Codes => [.. Invariants.SelectMany(i => i.Codes), NumberUnknown, TooManyDue];

    public static void Check(IList<QuotaScheduleDraft> schedules, string list, HashSet<int>? known, ref ViolationList found)
    {
        ItemList.CheckItems(schedules, list, Invariants, ref found);
        ItemList.CheckNumbers(schedules, list, static s => s.Number, known, NumberUnknown, ref found);
    }
}
