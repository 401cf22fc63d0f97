using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Adds a schedule of a recurring quota. <see cref="Renew"/> creates its quotas.</summary>
    /// <param name="schedule">The schedule, without a number.</param>
    /// <returns>The number of the new schedule.</returns>
    /// <exception cref="RuleViolationException">The schedule is not valid. The customer is unchanged.</exception>
    public int AddSchedule(QuotaScheduleDraft schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Edit(d => d.Schedules.Add(schedule));
        return LastScheduleNumber;
    }

    /// <summary>Changes a schedule of a recurring quota. Quotas that it already created do not change.</summary>
    /// <param name="schedule">The schedule with its number. Start from <see cref="QuotaSchedule.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">
    /// The schedule is not valid, or the customer has no schedule with this number. The customer is unchanged.
    /// </exception>
    /// <exception cref="ArgumentException">The schedule has no number.</exception>
    /// <remarks>
    /// When the dates change, the schedule continues on the day after the last quota it created. The first new quota lasts until the next
    /// of the new dates, with prorated credits, so that every day has exactly one quota of the schedule.
    /// </remarks>
    public void ChangeSchedule(QuotaScheduleDraft schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Edit(d => Replace(d.Schedules, schedule, s => s.Number));
    }

    /// <summary>Creates the quotas of all schedules that are due up to and including a day.</summary>
    /// <param name="through">
    /// The day, which must be a <see cref="SupportedDates">supported</see> date. A day in the future creates quotas in advance.
    /// </param>
    /// <returns>The numbers of the new quotas, in order of effective date; empty when no quota is due and nothing changed.</returns>
    /// <exception cref="RuleViolationException">
    /// A new quota is not valid, or more quotas are due than a customer can have. The customer is unchanged.
    /// </exception>
    /// <remarks>
    /// Each occurrence creates its quota once, however often the method is called and however many days were missed. When two callers renew
    /// a customer at the same time, the second save is a conflict.
    /// </remarks>
    public IReadOnlyList<int> Renew(LocalDate through)
    {
        var draft = ToDraft();
        var made = QuotaRenewal.CreateDueQuotas(this, draft, through);
        if (made.Count > 0)
        {
            ApplyRenewal(draft);
        }

        return made;
    }

    /// <summary>
    /// Creates the quotas that are due up to and including today, then skips the next occurrence of a schedule. The skipped occurrence
    /// creates no quota.
    /// </summary>
    /// <param name="number">The schedule's number.</param>
    /// <param name="today">Today's date, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The date of the skipped occurrence; null when the schedule has no further occurrence and nothing was skipped.</returns>
    /// <exception cref="RuleViolationException">
    /// The customer has no such schedule, or a new quota is not valid. The customer is unchanged.
    /// </exception>
    public LocalDate? SkipNext(int number, LocalDate today)
    {
        var schedule = ThrowIfNotFound(FindSchedule(number), ScheduleValidator.NumberNotFound, nameof(Schedules), number);
        var draft = ToDraft();
        var made = QuotaRenewal.CreateDueQuotas(this, draft, today);
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

    // The draft already contains the numbers of its new quotas.
    private void ApplyRenewal(CustomerDraft draft)
    {
        RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft));
        BeginChange();
        Apply(draft);
    }
}
