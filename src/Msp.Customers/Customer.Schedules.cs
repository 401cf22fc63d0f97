using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;
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

    /// <summary>Changes a quota that recurs. The quotas it made stay as they are.</summary>
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
        var schedule = ThrowIfUnknown(ScheduleNumbered(number), ScheduleValidator.NumberUnknown, nameof(Schedules), number);
        var draft = ToDraft();
        var made = MakeDue(draft, today);
        var changed = draft.Schedules.Single(s => s.Number == number);
        LocalDate? skipped = schedule.Dates.Find(changed.NextOccurrence) is { } next && !(schedule.Dates.Until < next) ? next : null;
        changed.NextOccurrence += skipped is null ? 0 : 1;
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
        var due = new List<(LocalDate Date, int N, QuotaSchedule Schedule)>();
        foreach (var schedule in schedules)
        {
            foreach (var (n, date) in schedule.DueThrough(through))
            {
                due.Add((date, n, schedule));
                if (quotas.Count + due.Count > TextForm.MaxItems)
                {
                    throw new RuleViolationException(
                        ScheduleValidator.TooManyDue.Violated(nameof(Schedules), ("Through", through), ("Max", TextForm.MaxItems))
                    );
                }
            }
        }

        var made = new List<int>(due.Count);
        var known = draft.Quotas.ToDictionary(q => q.Number!.Value);
        var changed = draft.Schedules.ToDictionary(s => s.Number!.Value);
        foreach (var (date, n, schedule) in due.OrderBy(d => d.Date).ThenBy(d => d.Schedule.Number))
        {
            var (number, state, quota) = (LastQuotaNumber + made.Count + 1, changed[schedule.Number], schedule.QuotaOf(n));
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

            (state.NextOccurrence, state.LastQuota) = (n + 1, number);
            known.Add(number, quota);
            draft.Quotas.Add(quota);
            made.Add(number);
        }

        return made;
    }
}
