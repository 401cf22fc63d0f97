using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// What a draft can get wrong of quotas that recur.
internal static class BadSchedules
{
    public static IEnumerable<BadInput> Rows =>
        [
            Bad("schedule.anchor-missing", s => s.Anchor = null, "Schedules[0].Anchor"),
            Bad("schedule.unit-unknown", s => s.Unit = null, "Schedules[0].Unit"),
            Bad("schedule.unit-unknown", s => s.Unit = (ScheduleUnit)6, "Schedules[0].Unit"),
            Bad("schedule.every-out-of-range", s => s.Every = 0, "Schedules[0].Every"),
            Bad("schedule.every-out-of-range", s => s.Every = 1_001, "Schedules[0].Every"),
            Bad("schedule.ends-before-it-starts", s => s.Until = Valid.Today.PlusDays(-1), "Schedules[0].Until"),
            Bad("schedule.increment-wrong", s => s.Increment = -0.000001m, "Schedules[0].Increment"),
            Bad("schedule.increment-wrong", s => s.Increment = 0.0000001m, "Schedules[0].Increment"),
            Bad("schedule.increment-wrong", s => s.Increment = 1_000_000_000_000.000001m, "Schedules[0].Increment"),
            Bad("schedule.next-occurrence-negative", s => s.NextOccurrence = -1, "Schedules[0].NextOccurrence"),
            Bad("quota.credits-missing", s => s.Credits = null, "Schedules[0].Credits"),
            Bad("quota.credits-and-unlimited", s => s.Unlimited = true, "Schedules[0].Unlimited"),
            Bad("quota.credits-not-positive", s => s.Credits = 0, "Schedules[0].Credits"),
            Bad("quota.credits-too-fine", s => s.Credits = 1.0000001m, "Schedules[0].Credits"),
            Bad("quota.credits-too-large", s => s.Credits = 1_000_000_000_000.000001m, "Schedules[0].Credits"),
            Bad(
                "quota.carry-over-cap-wrong",
                s => s.CarryOver = new CarryOverTermsDraft { MaxCredits = 0, MaxPercent = 1_000.000001m },
                "Schedules[0].CarryOver.MaxCredits",
                "Schedules[0].CarryOver.MaxPercent"
            ),
            Bad("date.out-of-range", s => s.Anchor = new LocalDate(0, 12, 31), "Schedules[0].Anchor"),
            Bad("date.out-of-range", s => s.Until = new LocalDate(1740, 1, 1, CalendarSystem.Coptic), "Schedules[0].Until"),
            Draft("list.item-missing", d => d.Schedules.Add(null!), "Schedules[0]"),
            Draft("list.too-long", d => d.Schedules = [.. Enumerable.Range(0, 5_001).Select(_ => Monthly())], "Schedules"),
            Draft("schedule.number-unknown", d => d.Schedules.Add(Numbered(1)), "Schedules[0].Number"),
            Draft("list.number-repeated", d => d.Schedules = [Numbered(1), Numbered(1)], "Schedules[1].Number") with
            {
                Also = ["schedule.number-unknown"],
            },
            Move("schedule.number-unknown", _ => { }, c => c.SkipNext(1, Valid.Today), "Schedules"),
            Move("schedule.too-many-due", c => c.AddSchedule(Monthly()), c => c.Renew(Valid.Today.PlusYears(417)), "Schedules"),
        ];

    private static QuotaScheduleDraft Monthly() =>
        new()
        {
            Anchor = Valid.Today,
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
