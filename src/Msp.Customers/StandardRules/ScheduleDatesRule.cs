namespace Msp.Customers.Rules;

// Reports the effect of changed schedule dates before they are saved.
internal sealed class ScheduleDatesRule() : SaveRule<Customer>(NextQuotaChanged, Completed)
{
    private static readonly RuleDescriptor NextQuotaChanged = new(
        "schedule.next-quota-changed",
        Severity.Warning,
        "The next quota of schedule {Number} becomes {Limit} credits for {Period}.",
        ("Number", typeof(int)),
        ("Limit", typeof(QuotaLimit)),
        ("Period", typeof(EffectivePeriod))
    );

    private static readonly RuleDescriptor Completed = new(
        "schedule.completed",
        Severity.Warning,
        "Schedule {Number} creates no more quotas with its new dates.",
        ("Number", typeof(int))
    );

    public override void Evaluate(Change<Customer> change)
    {
        foreach (var (index, schedule) in change.After.Schedules.Index())
        {
            if (change.Before?.FindSchedule(schedule.Number) is not { } before || before.Dates == schedule.Dates)
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
                change.Report(NextQuotaChanged, path, ("Number", schedule.Number), ("Limit", limit), ("Period", period));
            }
            else
            {
                change.Report(Completed, path, ("Number", schedule.Number));
            }
        }
    }
}
