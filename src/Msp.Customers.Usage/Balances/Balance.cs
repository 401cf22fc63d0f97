using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The state of a customer's quotas at the end of a day.</summary>
/// <remarks>
/// A balance is derived from quotas and usage only, and is not stored. The quotas in force on a day cover the usage of that day in
/// a defined order. Usage that no quota covers is overage, and a balance is never negative. <see cref="Used"/> always equals
/// <see cref="Covered"/> + <see cref="Overage"/>. Instances are immutable and thread-safe.
/// </remarks>
public sealed class Balance
{
    private Balance(
        LocalDate date,
        ImmutableArray<QuotaBalance> quotas,
        decimal used,
        ImmutableArray<DailyOverage> overageByDay,
        decimal notVoided
    )
    {
        NotVoided = notVoided;
        Date = date;
        Quotas = quotas;
        Used = used;
        OverageByDay = overageByDay;
        var limited = quotas.Where(q => !q.Quota.Limit.IsUnlimited).ToList();
        Totals = new CreditTotals(
            limited.Sum(q => q.Granted!.Value),
            limited.Sum(q => q.Consumed),
            limited.Sum(q => q.Remaining!.Value),
            limited.Sum(q => q.Expired),
            limited.Sum(q => q.Voided),
            limited.Sum(q => q.CarriedOver)
        );
    }

    /// <summary>The day of the balance. All usage up to the end of this day is included.</summary>
    public LocalDate Date { get; }

    /// <summary>The balance of each quota, in consumption order.</summary>
    public IReadOnlyList<QuotaBalance> Quotas { get; }

    /// <summary>The sums over the limited quotas.</summary>
    public CreditTotals Totals { get; }

    /// <summary>All credits used up to the end of the day.</summary>
    public decimal Used { get; }

    /// <summary>The part of <see cref="Used"/> that limited and unlimited quotas covered.</summary>
    public decimal Covered => Quotas.Sum(q => q.Consumed);

    /// <summary>The part of <see cref="Used"/> that no quota covered.</summary>
    public decimal Overage => OverageByDay.Sum(o => o.Credits);

    /// <summary>The overage by day, in order of day. Days without overage are omitted.</summary>
    public IReadOnlyList<DailyOverage> OverageByDay { get; }

    // Credits of voids that the quotas no longer had.
    internal decimal NotVoided { get; }

    /// <summary>Computes the balance on a day.</summary>
    /// <param name="date">The day. Later usage does not count, and quotas that start later have granted nothing.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">
    /// The customer's usage, in any order. Usage in order of date is read in place; other usage is first summed by day.
    /// </param>
    /// <param name="policy">How quotas cover usage, from <c>UsageOptions.Consumption</c>.</param>
    /// <returns>The balance at the end of the day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is not a <see cref="SupportedDates">supported</see> date.</exception>
    public static Balance On(LocalDate date, IEnumerable<CreditQuota> quotas, ReadOnlySpan<DailyUsage> usage, ConsumptionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        SupportedDates.Demand(date, nameof(date));
        ArgumentNullException.ThrowIfNull(policy);
        ImmutableArray<CreditQuota> inOrder = [.. quotas.Order(policy.Order)];
        var buckets = CreditBuckets.Of(inOrder);
        var coversBackdated = policy.BackdatedCoverage == BackdatedCoverage.OnEffectiveDate;
        var calculator = new ConsumptionCalculator(buckets, coversBackdated);
        if (!TryRun(calculator, date, usage, out var used))
        {
            calculator = new ConsumptionCalculator(buckets, coversBackdated);
            used = RunUnordered(calculator, date, usage);
        }

        calculator.CloseAt(DateKey.Of(date));
        return new Balance(
            date,
            [
                .. inOrder.Select(
                    (quota, rank) =>
                        BalanceOf(
                            quota,
                            date,
                            Amount(calculator.Consumed[rank]),
                            Amount(calculator.Granted[rank]),
                            Amount(calculator.CarriedOver[rank]),
                            Amount(calculator.Voided[rank])
                        )
                ),
            ],
            Amount(used),
            [.. calculator.Uncovered.Select(u => new DailyOverage(DateKey.ToDate((int)u.At), Amount(u.Amount)))],
            Amount(calculator.NotVoided)
        );
    }

    /// <summary>Explains the balance in English sentences.</summary>
    /// <returns>
    /// A sentence for each quota about its granted, consumed, remaining and carried over credits, and a sentence for each step of the
    /// consumption order.
    /// </returns>
    public IReadOnlyList<string> Explain() =>
        [.. Quotas.Select(Explain), .. Quotas.Zip(Quotas.Skip(1), (a, b) => ConsumptionOrder.Explain(a.Quota, b.Quota))];

    private string Explain(QuotaBalance q)
    {
        var quota = q.Quota;
        var carriedIn = q.CarriedIn > 0 ? $" and {Number(q.CarriedIn)} carried over from quota {quota.CarryOver?.From}" : "";
        var rest = q.Remaining is { } remaining
            ? $", {Number(remaining)} remaining, {Number(q.Expired)} expired, {Number(q.Voided)} voided"
            : "";
        var carriedOver = q.CarriedOver > 0 ? $", {Number(q.CarriedOver)} carried over to later quotas" : "";
        return $"Quota {quota.Number}, {quota.Period}, {Words(q.State)} on {NodaTime.Text.LocalDatePattern.Iso.Format(Date)}: "
            + $"{quota.Limit} credits{carriedIn}, {Number(q.Consumed)} consumed{rest}{carriedOver}.";
    }

    private static string Words(PeriodState state) =>
        state switch
        {
            PeriodState.NotStarted => "has not started",
            PeriodState.InForce => "is in force",
            _ => "has ended",
        };

    private static string Number(decimal amount) => amount.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Amount(Int128 micros) => (decimal)micros / Credits.Scale;

    private static QuotaBalance BalanceOf(
        CreditQuota quota,
        LocalDate date,
        decimal consumed,
        decimal available,
        decimal carriedOver,
        decimal voided
    )
    {
        var state = quota.StateOn(date);
        if (quota.Limit.Credits is not { } limit)
        {
            return new QuotaBalance
            {
                Quota = quota,
                State = state,
                Consumed = consumed,
            };
        }

        var granted = date < quota.EffectiveDate ? 0 : available;
        var (left, carriedIn) = (granted - consumed - voided, granted == 0 ? 0 : granted - limit.Amount);
        var balance = new QuotaBalance
        {
            Quota = quota,
            State = state,
            Granted = granted,
            Consumed = consumed,
            Remaining = 0,
            Voided = voided,
            VoidedInPart = voided,
            CarriedIn = carriedIn,
        };
        return quota.IsVoidOn(date) ? balance with { Voided = left + voided }
            : state == PeriodState.Ended ? balance with { Expired = left - carriedOver, CarriedOver = carriedOver }
            : balance with { Remaining = left };
    }

    // Sums consecutive entries of a day, so that the calculation takes one step for each day. False when the days are not in order.
    private static bool TryRun(ConsumptionCalculator calculator, LocalDate date, ReadOnlySpan<DailyUsage> usage, out Int128 used)
    {
        used = 0;
        for (var i = 0; i < usage.Length; )
        {
            var day = SupportedDates.Demand(usage[i].Date, nameof(usage));
            if (i > 0 && day < usage[i - 1].Date)
            {
                return false;
            }

            Int128 sum = 0;
            Int128 voided = 0;
            for (; i < usage.Length && usage[i].Date == day; i++)
            {
                (usage[i].IsVoid ? ref voided : ref sum) += usage[i].Credits.Micros;
            }

            if (day <= date)
            {
                Apply(calculator, DateKey.Of(day), sum, voided);
                used += sum;
            }
        }

        return true;
    }

    private static Int128 RunUnordered(ConsumptionCalculator calculator, LocalDate date, ReadOnlySpan<DailyUsage> usage)
    {
        var days = new Dictionary<int, (Int128 Sum, Int128 Voided)>();
        foreach (ref readonly var entry in usage)
        {
            ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(
                days,
                DateKey.Of(SupportedDates.Demand(entry.Date, nameof(usage))),
                out _
            );
            (entry.IsVoid ? ref day.Voided : ref day.Sum) += entry.Credits.Micros;
        }

        Int128 used = 0;
        foreach (var (day, (sum, voided)) in days.Where(d => d.Key <= DateKey.Of(date)).OrderBy(d => d.Key))
        {
            Apply(calculator, day, sum, voided);
            used += sum;
        }

        return used;
    }

    private static void Apply(ConsumptionCalculator calculator, int day, Int128 sum, Int128 voided)
    {
        calculator.Use(day, sum);
        if (voided > 0)
        {
            calculator.Void(day, voided);
        }
    }

    /// <summary>Returns the date and the sums, with ISO dates, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Balance on {Date:R}: used {Used:0.######}, covered {Covered:0.######}, "
                + $"overage {Overage:0.######}, remaining {Totals.Remaining:0.######}"
        );
}
