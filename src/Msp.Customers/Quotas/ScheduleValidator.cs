using System.Collections.Immutable;
using Msp.Customers.Rules;
using NodaTime;
using static Msp.Customers.Rules.Invariant<Msp.Customers.QuotaScheduleDraft>;

namespace Msp.Customers;

// The invariants of the schedules of a draft.
internal static class ScheduleValidator
{
    public static readonly RuleDescriptor NumberNotFound = ItemList.NumberNotFound("schedule");

    // Reported by a renewal, which then creates nothing. The caller can renew through an earlier day or remove old quotas.
    public static readonly RuleDescriptor TooManyQuotas = RuleDescriptor.Invariant(
        "schedule.too-many-quotas",
        "With the quotas due through {Through}, the customer would have more than {Max} quotas.",
        ("Through", typeof(LocalDate)),
        ("Max", typeof(int))
    );

    private static readonly ImmutableArray<Invariant<QuotaScheduleDraft>> Invariants =
    [
        Date("Start", s => s.Start),
        Date("Until", s => s.Until),
        Date("NextRenewal", s => s.NextRenewal),
        When("Start", "schedule.start-required", "The start date is required.", s => s.Start is null),
        When(
            "Unit",
            "schedule.invalid-unit",
            "The unit must be Day, Week, Month, Quarter, HalfYear or Year.",
            s => s.Unit is not { } unit || !Enum.IsDefined(unit)
        ),
        When(
                "Interval",
                "schedule.interval-out-of-range",
                "The interval must be between 1 and 1,000 units, not {Interval}.",
                s => s.Interval is < 1 or > Schedule.MaxInterval
            )
            .With("Interval", s => s.Interval),
        When(
                "Until",
                "schedule.ends-before-it-starts",
                "The last day {Until} is before the start date {Start}.",
                s => SupportedDates.AreReversed(s.Start, s.Until)
            )
            .With("Until", s => s.Until!.Value)
            .With("Start", s => s.Start!.Value),
        When(
                "Increment",
                "schedule.invalid-increment",
                "The increment {Increment} must be between 0 and {Max}, with at most six decimal places.",
                s => s.Increment < 0 || s.Increment > Credits.Max.Amount || Credits.IsTooFine(s.Increment)
            )
            .With("Increment", s => s.Increment)
            .With("Max", _ => Credits.Max),
        When(
                "NextOccurrence",
                "schedule.next-occurrence-negative",
                "The next occurrence {NextOccurrence} must not be negative. The first occurrence is 0.",
                s => s.NextOccurrence < 0
            )
            .With("NextOccurrence", s => s.NextOccurrence!.Value),
        .. QuotaValidator.Limit<QuotaScheduleDraft>(s => s.Credits, s => s.Unlimited, _ => false),
        .. QuotaValidator.Caps<QuotaScheduleDraft>(s => s.CarryOver?.MaxCredits, s => s.CarryOver?.MaxPercent),
    ];

    public static IEnumerable<RuleDescriptor> Codes => [.. Invariants.SelectMany(i => i.Codes), NumberNotFound, TooManyQuotas];

    public static void Check(IList<QuotaScheduleDraft> schedules, string list, HashSet<int>? known, ref ViolationList found)
    {
        ItemList.CheckItems(schedules, list, Invariants, ref found);
        ItemList.CheckNumbers(schedules, list, static s => s.Number, known, NumberNotFound, ref found);
    }
}
