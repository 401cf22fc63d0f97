using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

/// <summary>Credits that are allocated to a customer for an effective period.</summary>
/// <remarks>
/// Quotas of a customer can follow each other or overlap. A top-up is an additional quota with its own period. Changing a quota does not
/// change the dates of other quotas.
/// </remarks>
/// <example>
/// <code>
/// var quotas = CreditQuota.From(
///     new QuotaDraft { Credits = 1000, EffectiveDate = new LocalDate(2026, 1, 1), EndDate = new LocalDate(2026, 1, 31) },
///     new QuotaDraft { Credits = 250, EffectiveDate = new LocalDate(2026, 1, 20), EndDate = new LocalDate(2026, 2, 15) });
///
/// Console.WriteLine(quotas[0].StateOn(new LocalDate(2026, 1, 31)));   // InForce: the end date is a usable day
/// Console.WriteLine(quotas[0].StateOn(new LocalDate(2026, 2, 1)));    // Ended
/// </code>
/// </example>
public sealed class CreditQuota
{
    private bool isUnlimited;
    private Credits credits;

    internal CreditQuota(int number, QuotaDraft draft)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(draft));
        Number = number;
        Change(draft);
    }

    private CreditQuota() { }

    /// <summary>The quota's number within its customer, from 1. It never changes and is never used again.</summary>
    public int Number { get; private set; }

    /// <summary>The amount that the quota allows.</summary>
    public QuotaLimit Limit => isUnlimited ? QuotaLimit.Unlimited : QuotaLimit.Of(credits);

    /// <summary>The first usable day.</summary>
    public LocalDate EffectiveDate { get; private set; }

    /// <summary>The last usable day; null for an open quota.</summary>
    public LocalDate? EndDate { get; private set; }

    /// <summary>The priority. Of several quotas in force, the one with the smallest priority covers usage first; 0 by default.</summary>
    public int Priority { get; private set; }

    /// <summary>
    /// The first day on which the quota is void and not usable; null when it is not void. The quota still covers usage dated before this
    /// day.
    /// </summary>
    public LocalDate? VoidedFrom { get; private set; }

    /// <summary>The carry-over of unused credits from an earlier quota, in addition to the quota's own credits; null for none.</summary>
    public CarryOver? CarryOver { get; private set; }

    /// <summary>The period for which the quota was allocated: from the effective date to the end date.</summary>
    public EffectivePeriod Period => new(EffectiveDate, EndDate);

    /// <summary>
    /// The days on which the quota is usable: its period up to the day before it is void. Null when it is void from its first day.
    /// </summary>
    public EffectivePeriod? UsablePeriod =>
        VoidedFrom is not { } voided || EndDate < voided ? Period
        : voided <= EffectiveDate ? null
        : new EffectivePeriod(EffectiveDate, voided.PlusDays(-1));

    /// <summary>Creates quotas without a customer, for a calculation or a test of dates.</summary>
    /// <param name="drafts">The drafts. Quotas without a number are numbered in order, after the highest given number.</param>
    /// <returns>The quotas in the same order, for a <see cref="QuotaTimeline"/> or a balance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="RuleViolationException">
    /// A draft is not valid; the exception contains all violations, with paths such as <c>Quotas[0].EndDate</c>.
    /// </exception>
    public static IReadOnlyList<CreditQuota> From(params IEnumerable<QuotaDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var all = drafts.ToList();
        var found = default(ViolationList);
        QuotaValidator.Check(all, "Quotas", known: null, ref found);
        RuleViolationException.ThrowIfAnyError(found.ToList());
        var last = all.Max(draft => draft.Number) ?? 0;
        return [.. all.Select(draft => new CreditQuota(draft.Number ?? ++last, draft))];
    }

    /// <summary>Returns the state of the quota on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>
    /// The state of the quota's period on the date; <see cref="PeriodState.Ended"/> from the day on which the quota is void.
    /// </returns>
    public PeriodState StateOn(LocalDate date) => IsVoidOn(date) ? PeriodState.Ended : Period.StateOn(date);

    /// <summary>Returns whether the quota is void on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True on and after the day from which the quota is void; false when the quota ended before that day.</returns>
    public bool IsVoidOn(LocalDate date) => VoidedFrom <= date && !(EndDate < VoidedFrom);

    /// <summary>Returns the quota as a draft, which is the starting point of an edit.</summary>
    /// <returns>A new draft with the quota's number.</returns>
    public QuotaDraft ToDraft() =>
        new()
        {
            Number = Number,
            Credits = Limit.Credits?.Amount,
            Unlimited = isUnlimited,
            EffectiveDate = EffectiveDate,
            EndDate = EndDate,
            VoidedFrom = VoidedFrom,
            Priority = Priority,
            CarryOver = CarryOver?.ToDraft(),
        };

    /// <summary>Returns number, limit and period, such as <c>#1 100 2026-01-01..2026-12-31</c>.</summary>
    public override string ToString() => $"#{Number} {Limit} {Period}";

    internal bool SameAs(CreditQuota? other) =>
        other is not null && Limit == other.Limit && Period == other.Period && Priority == other.Priority && CarryOver == other.CarryOver;

    internal void Void(LocalDate? from) => VoidedFrom = from;

    internal CreditQuota Copy() => (CreditQuota)MemberwiseClone();

    internal void Change(QuotaDraft draft)
    {
        if (draft.Unlimited == draft.Credits.HasValue)
        {
            throw new ArgumentException("The quota must either have credits or be unlimited.", nameof(draft));
        }

        if (draft.Credits == 0 && draft.CarryOver is null)
        {
            throw new ArgumentOutOfRangeException(nameof(draft), "A quota without carry-over must have more than zero credits.");
        }

        // All values are read before any is stored, so that an invalid draft changes nothing.
        var period = new EffectivePeriod(
            draft.EffectiveDate ?? throw new ArgumentException("The quota must have an effective date.", nameof(draft)),
            draft.EndDate
        );
        var amount = Msp.Customers.Credits.Of(draft.Credits ?? 0);
        LocalDate? voided = draft.VoidedFrom is { } from ? SupportedDates.Demand(from, nameof(draft)) : null;
        var carryOver = draft.CarryOver is { } carried ? CarryOver.Of(carried) : null;
        (credits, isUnlimited) = (amount, draft.Unlimited);
        (EffectiveDate, EndDate) = (period.EffectiveDate, period.EndDate);
        VoidedFrom = voided < VoidedFrom ? voided : VoidedFrom ?? voided;
        Priority = draft.Priority;

        // An equal value keeps its object, so that a unit of work detects whether it changed.
        CarryOver = carryOver == CarryOver ? CarryOver : carryOver;
    }
}
