using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.StandardRules;

// What a change of the dates of a schedule does is shown before it is saved.
internal sealed class ScheduleDates() : ChangeRule<Customer>(GoesOn, Over)
{
    private static readonly RuleDescriptor GoesOn = new(
        "schedule.goes-on",
        Severity.Warning,
        "With its new dates the next quota of schedule {Number} is {Limit} credits for {Period}.",
        ("Number", typeof(int)),
        ("Limit", typeof(QuotaLimit)),
        ("Period", typeof(EffectivePeriod))
    );

    private static readonly RuleDescriptor Over = new(
        "schedule.over",
        Severity.Warning,
        "With its new dates schedule {Number} makes no more quotas.",
        ("Number", typeof(int))
    );

    public override void Evaluate(Change<Customer> change)
    {
        foreach (var (index, schedule) in change.After.Schedules.Index())
        {
            if (change.Before?.ScheduleNumbered(schedule.Number) is not { } before || before.Dates == schedule.Dates)
            {
                continue;
            }

            var path = $"Schedules[{index}]";
            if (schedule.NextQuota is { } next)
            {
                var limit = next.Credits is { } credits
                    ? QuotaLimit.Of(Credits.Of(Math.Min(credits, Credits.Max.Amount)))
                    : QuotaLimit.Unlimited;
                var period = new EffectivePeriod(next.EffectiveDate!.Value, next.EndDate);
                change.Report(GoesOn, path, ("Number", schedule.Number), ("Limit", limit), ("Period", period));
            }
            else
            {
                change.Report(Over, path, ("Number", schedule.Number));
            }
        }
    }
}
