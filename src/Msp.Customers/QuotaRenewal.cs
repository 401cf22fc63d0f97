using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers;

// Creates the quotas of schedules, and determines where a schedule continues when its dates change.
internal static class QuotaRenewal
{
    // Quotas are created in order of date, so that their numbers do not depend on missed days.
    public static List<int> CreateDueQuotas(Customer customer, CustomerDraft draft, LocalDate through)
    {
        SupportedDates.Demand(through, nameof(through));
        var due = new List<(LocalDate Date, int Next, QuotaDraft Quota, QuotaSchedule Schedule)>();
        foreach (var schedule in customer.Schedules)
        {
            foreach (var (date, next, quota) in schedule.DueThrough(through))
            {
                due.Add((date, next, quota, schedule));
                if (customer.Quotas.Count + due.Count > TextLimits.MaxItems)
                {
                    throw new RuleViolationException(
                        ScheduleValidator.TooManyQuotas.Violated(
                            nameof(Customer.Schedules),
                            ("Through", through),
                            ("Max", TextLimits.MaxItems)
                        )
                    );
                }
            }
        }

        var made = new List<int>(due.Count);
        var known = draft.Quotas.ToDictionary(q => q.Number!.Value);
        var changed = draft.Schedules.ToDictionary(s => s.Number!.Value);
        foreach (var (date, next, quota, schedule) in due.OrderBy(d => d.Date).ThenBy(d => d.Schedule.Number))
        {
            var (number, state) = (customer.LastQuotaNumber + made.Count + 1, changed[schedule.Number]);
            quota.Number = number;
            if (
                schedule.CarryOver is { } terms
                && state.LastQuota is { } last
                && known.TryGetValue(last, out var from)
                && from.EndDate < date
            )
            {
                quota.CarryOver = new CarryOver(last, terms.MaxCredits, terms.MaxPercent, terms.Compounds).ToDraft();
            }

            (state.NextOccurrence, state.NextRenewal, state.LastQuota) = (next, null, number);
            known.Add(number, quota);
            draft.Quotas.Add(quota);
            made.Add(number);
        }

        return made;
    }

    // Sets where a schedule with changed dates continues, by its previous dates and its previous next renewal. A draft that changes the
    // next occurrence itself takes precedence.
    public static void SetNextRenewal(
        Customer customer,
        QuotaSchedule schedule,
        QuotaScheduleDraft draft,
        QuotaScheduleDraft before,
        Schedule oldDates,
        LocalDate? oldNext
    )
    {
        var newDates = schedule.Dates;
        var isSetByDraft =
            draft.NextOccurrence is { } n
            && (n, draft.NextRenewal, draft.LastQuota) != (before.NextOccurrence, before.NextRenewal, before.LastQuota);
        var hasOtherDates =
            (newDates.Start, newDates.Unit, newDates.Interval) != (oldDates.Start, oldDates.Unit, oldDates.Interval)
            || (newDates.Until != oldDates.Until && oldNext is null);
        if (isSetByDraft || !hasOtherDates || (before.NextOccurrence == 0 && before.LastQuota is null && before.NextRenewal is null))
        {
            return;
        }

        var last = before.LastQuota is { } number ? customer.FindQuota(number) : null;
        if (last is null || last is { EndDate: null, VoidedFrom: null })
        {
            schedule.ContinueFrom(oldNext ?? oldDates.Find(before.NextOccurrence!.Value));
            return;
        }

        // A quota that was shortened, voided or extended ends on its current last day. When an occurrence was skipped after the quota, the
        // schedule continues with the occurrence after that.
        var after = DayAfter(last);
        var isLastOccurrence = last.EffectiveDate >= oldDates.Start && oldDates.NumberOn(last.EffectiveDate) + 1 == before.NextOccurrence;
        schedule.ContinueFrom(oldNext is null || isLastOccurrence || !(after <= oldNext) ? after : oldNext);
    }

    private static LocalDate? DayAfter(CreditQuota quota) =>
        quota.UsablePeriod is not { } usable ? quota.EffectiveDate
        : usable.EndDate == SupportedDates.Last ? null
        : usable.EndDate?.PlusDays(1);
}
