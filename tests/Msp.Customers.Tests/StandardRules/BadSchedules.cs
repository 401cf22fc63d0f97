using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// Drafts and calls with invalid schedules.
internal static class BadSchedules
{
    public static IEnumerable<BadInput> Rows =>
        [
            Bad("schedule.start-required", s => s.Start = null, "Schedules[0].Start"),
            Bad("schedule.invalid-unit", s => s.Unit = null, "Schedules[0].Unit"),
            Bad("schedule.invalid-unit", s => s.Unit = (ScheduleUnit)6, "Schedules[0].Unit"),
            Bad("schedule.interval-out-of-range", s => s.Interval = 0, "Schedules[0].Interval"),
            Bad("schedule.interval-out-of-range", s => s.Interval = 1_001, "Schedules[0].Interval"),
            Bad("schedule.ends-before-it-starts", s => s.Until = Valid.Today.PlusDays(-1), "Schedules[0].Until"),
            Bad("schedule.invalid-increment", s => s.Increment = -0.000001m, "Schedules[0].Increment"),
            Bad("schedule.invalid-increment", s => s.Increment = 0.0000001m, "Schedules[0].Increment"),
            Bad("schedule.invalid-increment", s => s.Increment = 1_000_000_000_000.000001m, "Schedules[0].Increment"),
            Bad("schedule.next-occurrence-negative", s => s.NextOccurrence = -1, "Schedules[0].NextOccurrence"),
            Bad("quota.credits-required", s => s.Credits = null, "Schedules[0].Credits"),
            Bad("quota.credits-and-unlimited", s => s.Unlimited = true, "Schedules[0].Unlimited"),
            Bad("quota.credits-not-positive", s => s.Credits = 0, "Schedules[0].Credits"),
            Bad("quota.credits-too-precise", s => s.Credits = 1.0000001m, "Schedules[0].Credits"),
            Bad("quota.credits-too-large", s => s.Credits = 1_000_000_000_000.000001m, "Schedules[0].Credits"),
            Bad(
                "quota.invalid-carry-over-cap",
                s => s.CarryOver = new CarryOverTermsDraft { MaxCredits = 0, MaxPercent = 1_000.000001m },
                "Schedules[0].CarryOver.MaxCredits",
                "Schedules[0].CarryOver.MaxPercent"
            ),
            Bad("date.out-of-range", s => s.Start = new LocalDate(0, 12, 31), "Schedules[0].Start"),
            Bad("date.out-of-range", s => s.Until = new LocalDate(1740, 1, 1, CalendarSystem.Coptic), "Schedules[0].Until"),
            Draft("list.empty-item", d => d.Schedules.Add(null!), "Schedules[0]"),
            Draft("list.too-long", d => d.Schedules = [.. Enumerable.Range(0, 5_001).Select(_ => Monthly())], "Schedules"),
            Draft("schedule.not-found", d => d.Schedules.Add(Numbered(1)), "Schedules[0].Number"),
            Draft("list.duplicate-number", d => d.Schedules = [Numbered(1), Numbered(1)], "Schedules[1].Number") with
            {
                Also = ["schedule.not-found"],
            },
            Call("schedule.not-found", _ => { }, c => c.SkipNext(1, Valid.Today), "Schedules"),
            Call("schedule.too-many-quotas", c => c.AddSchedule(Monthly()), c => c.Renew(Valid.Today.PlusYears(417)), "Schedules"),
        ];

    private static QuotaScheduleDraft Monthly() =>
        new()
        {
            Start = Valid.Today,
            Unit = ScheduleUnit.Month,
            Credits = 1,
        };

    private static QuotaScheduleDraft Numbered(int number)
    {
        var schedule = Monthly();
        schedule.Number = number;
        return schedule;
    }

    private static BadInput Bad(string code, Action<QuotaScheduleDraft> change, params string[] paths) =>
        Draft(
            code,
            d =>
            {
                d.Schedules.Add(Monthly());
                change(d.Schedules[0]);
            },
            paths
        );
}
