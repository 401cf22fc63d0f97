using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Adds a quota that recurs. It makes none before <see cref="Renew"/> is called.</summary>
    /// <param name="schedule">The schedule, without a number.</param>
    /// <returns>The number given to the schedule.</returns>
    /// <exception cref="RuleViolationException">A rule is broken; the customer is unchanged.</exception>
    public int AddSchedule(QuotaScheduleDraft schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Edit(d => d.Schedules.Add(schedule));
        return LastScheduleNumber;
    }

    /// <summary>
    /// Changes a quota that recurs. The quotas it made stay as they are. Where its dates change, it goes on from the day after the last quota it made, with one up to the
    /// next of the new dates whose credits are prorated: no day is left out, and none has two.
    /// </summary>
    /// <param name="schedule">The schedule with its number; start from <see cref="QuotaSchedule.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">A rule is broken or the number unknown; the customer is unchanged.</exception>
    /// <exception cref="ArgumentException">The schedule has no number.</exception>
    public void ChangeSchedule(QuotaScheduleDraft schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Edit(d => Replace(d.Schedules, schedule, s => s.Number));
    }

    /// <summary>
    /// Makes the quotas of all schedules that are due up to and including a day. Each occurrence makes its quota once, however often this is asked and however many
    /// days were missed; of two that renew a customer at the same time, storage refuses the second.
    /// </summary>
    /// <param name="through">The day; a <see cref="SupportedDates">supported</see> date. A day to come makes quotas beforehand.</param>
    /// <returns>The numbers of the new quotas, in order of effective date; empty when none is due, and then nothing changed.</returns>
    /// <exception cref="RuleViolationException">A rule is broken, or more are due than a customer can have; the customer is unchanged.</exception>
    public IReadOnlyList<int> Renew(LocalDate through)
    {
        var draft = ToDraft();
        var made = MakeDue(draft, through);
        if (made.Count > 0)
        {
            ApplyRenewal(draft);
        }

        return made;
    }

    /// <summary>Makes what is due up to and including today, and skips the first occurrence of a schedule after that: no quota is made for it.</summary>
    /// <param name="number">The schedule's number.</param>
    /// <param name="today">Today; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The date skipped; null when the schedule has none left, and nothing was skipped.</returns>
    /// <exception cref="RuleViolationException">The customer has no such schedule, or a rule is broken; the customer is unchanged.</exception>
    public LocalDate? SkipNext(int number, LocalDate today)
    {
        var schedule = ThrowIfUnknown(FindSchedule(number), ScheduleValidator.NumberUnknown, nameof(Schedules), number);
        var draft = ToDraft();
        var made = MakeDue(draft, today);
        var changed = draft.Schedules.Single(s => s.Number == number);
        var next = changed.NextRenewal ?? schedule.Dates.Find(changed.NextOccurrence!.Value);
        var skipped = schedule.Dates.Until < next ? null : next;
        changed.NextOccurrence += skipped is null || changed.NextRenewal is not null ? 0 : 1;
        changed.NextRenewal = null;
        if (made.Count > 0 || skipped is not null)
        {
            ApplyRenewal(draft);
        }

        return skipped;
    }

    // The draft names the numbers of quotas that it brings itself.
    private void ApplyRenewal(CustomerDraft draft)
    {
        RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft));
        Apply(draft);
        version++;
    }

    // In order of date, so that numbers are the same whether days were missed or not.
    private List<int> MakeDue(CustomerDraft draft, LocalDate through)
    {
        SupportedDates.Demand(through, nameof(through));
        var due = new List<(LocalDate Date, int Next, QuotaDraft Quota, QuotaSchedule Schedule)>();
        foreach (var schedule in schedules)
        {
            foreach (var (date, next, quota) in schedule.DueThrough(through))
            {
                due.Add((date, next, quota, schedule));
                if (quotas.Count + due.Count > TextLimits.MaxItems)
                {
                    throw new RuleViolationException(
                        ScheduleValidator.TooManyDue.Violated(nameof(Schedules), ("Through", through), ("Max", TextLimits.MaxItems))
                    );
                }
            }
        }

        var made = new List<int>(due.Count);
        var known = draft.Quotas.ToDictionary(q => q.Number!.Value);
        var changed = draft.Schedules.ToDictionary(s => s.Number!.Value);
        foreach (var (date, next, quota, schedule) in due.OrderBy(d => d.Date).ThenBy(d => d.Schedule.Number))
        {
            var (number, state) = (LastQuotaNumber + made.Count + 1, changed[schedule.Number]);
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

    // Where a schedule whose dates changed goes on, by its dates before; null where no day is left. A draft that names another place is followed.
    private void GoOn(QuotaSchedule schedule, QuotaScheduleDraft draft, QuotaScheduleDraft before, Schedule dates, LocalDate? next)
    {
        var now = schedule.Dates;
        var isMoved =
            draft.NextOccurrence is { } n
            && (n, draft.NextRenewal, draft.LastQuota) != (before.NextOccurrence, before.NextRenewal, before.LastQuota);
        var isOther =
            (now.Start, now.Unit, now.Interval) != (dates.Start, dates.Unit, dates.Interval) || (now.Until != dates.Until && next is null);
        if (isMoved || !isOther || (before.NextOccurrence == 0 && before.LastQuota is null && before.NextRenewal is null))
        {
            return;
        }

        var last = before.LastQuota is { } number ? FindQuota(number) : null;
        if (last is null || last is { EndDate: null, VoidedFrom: null })
        {
            schedule.GoOnFrom(next ?? dates.Find(before.NextOccurrence!.Value));
            return;
        }

        // A quota that was shortened, voided or made longer ends when it does. One after which an occurrence was skipped does not stand before the next.
        var after = DayAfter(last);
        var isBefore = last.EffectiveDate >= dates.Start && dates.NumberOn(last.EffectiveDate) + 1 == before.NextOccurrence;
        schedule.GoOnFrom(next is null || isBefore || !(after <= next) ? after : next);
    }

    private static LocalDate? DayAfter(CreditQuota quota) =>
        quota.UsablePeriod is not { } usable ? quota.EffectiveDate
        : usable.EndDate == SupportedDates.Last ? null
        : usable.EndDate?.PlusDays(1);
}
