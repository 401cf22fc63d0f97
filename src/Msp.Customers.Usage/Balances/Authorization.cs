using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The decision whether, and how many, credits may be used on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Requested">The credits requested.</param>
/// <param name="Granted">The credits granted: all of those requested, a part where the policy allows it, or zero.</param>
/// <param name="Refusal">The reason why no credits are granted; null when some are granted or none were requested.</param>
/// <remarks>A decision does not hold any credits by itself. <see cref="HeldUntil"/> is set when a reservation was stored.</remarks>
public sealed record Authorization(LocalDate Date, Credits Requested, Credits Granted, Violation? Refusal)
{
    /// <summary>Whether the granted credits may be used.</summary>
    public bool IsGranted => Refusal is null;

    /// <summary>The instant at which the reservation of the credits ends, exclusive; null when nothing was reserved.</summary>
    public Instant? HeldUntil { get; init; }

    private static readonly RuleDescriptor InsufficientCredits = RuleDescriptor.Invariant(
        "authorization.insufficient-credits",
        "The quotas cover {Available} of the {Requested} credits requested for {Date}, and the overage policy allows no more.",
        ("Available", typeof(Credits)),
        ("Requested", typeof(Credits)),
        ("Date", typeof(LocalDate))
    );

    /// <summary>Whether an earlier call with the same key and content stored this result.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Decides whether credits may be used on a day.</summary>
    /// <param name="date">The day on which the credits are to be used.</param>
    /// <param name="requested">The number of credits.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">The customer's usage since the beginning, in any order, including reserved credits.</param>
    /// <param name="overage">What happens to credits that the quotas do not cover, from <c>UsageOptions.Overage</c>.</param>
    /// <param name="policy">How quotas cover usage, from <c>UsageOptions.Consumption</c>.</param>
    /// <returns>The decision.</returns>
    /// <remarks>
    /// Overage is computed through the last day of usage. A request for an earlier day therefore does not take credits that are
    /// granted for later days.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A date is not a <see cref="SupportedDates">supported</see> date.</exception>
    public static Authorization Of(
        LocalDate date,
        Credits requested,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        OveragePolicy overage,
        ConsumptionPolicy policy
    )
    {
        ArgumentNullException.ThrowIfNull(quotas);
        SupportedDates.Demand(date, nameof(date));
        ArgumentNullException.ThrowIfNull(overage);
        ArgumentNullException.ThrowIfNull(policy);
        var check = new CoverageCheck(new DailyUsage(date, Credits.Zero), quotas, usage, policy);
        var granted = overage.Kind switch
        {
            OverageKind.Allow => requested,
            OverageKind.GrantAvailable => check.Coverable(requested),
            OverageKind.UpTo when check.StaysWithin(overage, requested) => requested,
            _ => check.Displaced(requested) == 0 ? requested : Credits.Zero,
        };
        var refusal =
            granted == Credits.Zero && requested > Credits.Zero
                ? InsufficientCredits.Violated(
                    nameof(Requested),
                    ("Requested", requested),
                    ("Available", check.Coverable(requested)),
                    ("Date", date)
                )
                : null;
        return new Authorization(date, requested, granted, refusal);
    }

    // Returns how many of the credits can be voided on a day without causing overage and without reducing earlier voids.
    internal static Credits Voidable(
        LocalDate date,
        Credits requested,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        ConsumptionPolicy policy
    ) => new CoverageCheck(new DailyUsage(date, Credits.Zero, IsVoid: true), quotas, usage, policy).Coverable(requested);

    internal static IEnumerable<RuleDescriptor> Codes => [InsufficientCredits];

    // Compares the usage with and without additional credits on the day.
    private sealed class CoverageCheck
    {
        private readonly DailyUsage added;
        private readonly IReadOnlyList<CreditQuota> quotas;
        private readonly ConsumptionPolicy policy;
        private readonly DailyUsage[] usage;
        private readonly LocalDate last;
        private readonly Balance before;

        public CoverageCheck(DailyUsage added, IReadOnlyList<CreditQuota> quotas, ReadOnlySpan<DailyUsage> usage, ConsumptionPolicy policy)
        {
            this.added = added;
            this.quotas = quotas;
            this.policy = policy;
            this.usage = [.. usage, added];
            last = this.usage.Max(u => u.Date);
            before = With(Credits.Zero);
        }

        // The additional overage, and the additional credits that can no longer be voided.
        public decimal Displaced(Credits credits)
        {
            var after = With(credits);
            return after.Overage + after.NotVoided - before.Overage - before.NotVoided;
        }

        // Each round subtracts the credits that are not covered. The rest can still displace other usage, hence the loop.
        public Credits Coverable(Credits credits)
        {
            for (var more = Displaced(credits); more > 0; more = Displaced(credits))
            {
                credits = more < credits.Amount ? Credits.Of(credits.Amount - more) : Credits.Zero;
            }

            return credits;
        }

        public bool StaysWithin(OveragePolicy overage, Credits credits)
        {
            var inForce = before.Quotas.Where(q => q.Quota.UsablePeriod?.Contains(added.Date) == true).ToList();
            if (inForce.Count == 0)
            {
                return false;
            }

            var limit = overage.MaxCredits?.Amount ?? (inForce.Sum(q => q.Granted ?? 0) * overage.MaxPercent!.Value / 100);
            var from = inForce.Min(q => q.Quota.EffectiveDate);
            return With(credits).OverageByDay.Where(o => o.Date >= from).Sum(o => o.Credits) <= limit;
        }

        private Balance With(Credits credits)
        {
            usage[^1] = added with { Credits = credits };
            return Balance.On(last, quotas, usage, policy);
        }
    }
}
