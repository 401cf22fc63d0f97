using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// Credits allocated to a customer for an effective period. Several may follow each other or stack;
/// a top-up is a further quota with a period of its own, and changing one never moves another's dates.
/// </summary>
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

    /// <summary>The quota's number within its customer, from 1; it never changes and is never given again.</summary>
    public int Number { get; private set; }

    /// <summary>How much the quota allows.</summary>
    public QuotaLimit Limit => isUnlimited ? QuotaLimit.Unlimited : QuotaLimit.Of(credits);

    /// <summary>The first usable day.</summary>
    public LocalDate EffectiveDate { get; private set; }

    /// <summary>The last usable day; null for an open quota.</summary>
    public LocalDate? EndDate { get; private set; }

    /// <summary>Where several quotas are in force, the one with the smaller number pays first; 0 by default.</summary>
    public int Priority { get; private set; }

    /// <summary>The day from which the quota is void and not usable; null when it is not. Usage dated before it can still be paid from the quota.</summary>
    public LocalDate? VoidedFrom { get; private set; }

    /// <summary>What it takes over of the unused credits of an earlier quota, beside its own; null for nothing.</summary>
    public CarryOver? CarryOver { get; private set; }

    /// <summary>The period for which the quota was allocated: its two dates.</summary>
    public EffectivePeriod Period => new(EffectiveDate, EndDate);

    /// <summary>The days on which the quota is usable: its period up to the day before it is void; null when it was void before it started.</summary>
    public EffectivePeriod? UsablePeriod =>
        VoidedFrom is not { } voided || EndDate < voided ? Period
        : voided <= EffectiveDate ? null
        : new EffectivePeriod(EffectiveDate, voided.PlusDays(-1));

    /// <summary>Makes quotas without a customer, for a calculation or a test of dates.</summary>
    /// <param name="drafts">The quotas. Those without a number are numbered in order, after the highest number given.</param>
    /// <returns>The quotas in the same order, for a <see cref="QuotaTimeline"/> or a balance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="RuleViolationException">A draft is not valid; the exception contains all violations, with paths such as <c>Quotas[0].EndDate</c>.</exception>
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

    /// <summary>Where the quota stands on a date.</summary>
    /// <param name="date">The date asked about.</param>
    /// <returns>What <see cref="EffectivePeriod.StateOn(LocalDate)"/> says of its period; ended from the day on which it is void.</returns>
    public PeriodState StateOn(LocalDate date) => IsVoidOn(date) ? PeriodState.Ended : Period.StateOn(date);

    /// <summary>Whether the quota is void on a date, and did not end before it was.</summary>
    /// <param name="date">The date asked about.</param>
    /// <returns>True on and after the day from which it is void.</returns>
    public bool IsVoidOn(LocalDate date) => VoidedFrom <= date && !(EndDate < VoidedFrom);

    /// <summary>The quota as the starting point of an edit.</summary>
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

    /// <summary>Number, limit and period: <c>#1 100 2026-01-01..2026-12-31</c>.</summary>
    public override string ToString() => $"#{Number} {Limit} {Period}";

    internal bool SameAs(CreditQuota? other) =>
        other is not null && Limit == other.Limit && Period == other.Period && Priority == other.Priority && CarryOver == other.CarryOver;

    internal void Void(LocalDate? from) => VoidedFrom = from;

    internal CreditQuota Copy() => (CreditQuota)MemberwiseClone();

    internal void Change(QuotaDraft draft)
    {
        if (draft.Unlimited == draft.Credits.HasValue)
        {
            throw new ArgumentException("A quota has credits or is unlimited.", nameof(draft));
        }

        if (draft.Credits == 0 && draft.CarryOver is null)
        {
            throw new ArgumentOutOfRangeException(nameof(draft), "A quota that carries nothing over has more than zero credits.");
        }

        // All is read before anything is taken, so that what is refused changes nothing.
        var period = new EffectivePeriod(
            draft.EffectiveDate ?? throw new ArgumentException("A quota has an effective date.", nameof(draft)),
            draft.EndDate
        );
        var amount = Msp.Customers.Credits.Of(draft.Credits ?? 0);
        LocalDate? voided = draft.VoidedFrom is { } from ? SupportedDates.Demand(from, nameof(draft)) : null;
        var carryOver = draft.CarryOver is { } carried ? CarryOver.Of(carried) : null;
        (credits, isUnlimited) = (amount, draft.Unlimited);
        (EffectiveDate, EndDate) = (period.EffectiveDate, period.EndDate);
        VoidedFrom = voided < VoidedFrom ? voided : VoidedFrom ?? voided;
        Priority = draft.Priority;

        // What is the same stays the same object, so that a unit of work sees whether it changed.
        CarryOver = carryOver == CarryOver ? CarryOver : carryOver;
    }
}
