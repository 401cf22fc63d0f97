using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Whether credits may be used on a day, and how many. It is a decision, and holds nothing by itself.</summary>
/// <param name="Date">The day.</param>
/// <param name="Requested">What was asked for.</param>
/// <param name="Granted">What may be used: all of it, a part where the policy covers partly, or nothing.</param>
/// <param name="Refusal">Why nothing is granted; null when something is, or when nothing was asked for.</param>
public sealed record Authorization(LocalDate Date, Credits Requested, Credits Granted, Violation? Refusal)
{
    /// <summary>Whether the credits granted may be used.</summary>
    public bool IsGranted => Refusal is null;

    /// <summary>Until when a reservation holds the credits, that instant excluded; null when nothing was reserved.</summary>
    public Instant? HeldUntil { get; init; }

    private static readonly RuleDescriptor CreditsShort = RuleDescriptor.Invariant(
        "authorization.insufficient-credits",
        "The quotas cover {Available} of the {Requested} credits requested for {Date}, and the overage policy allows no more.",
        ("Available", typeof(Credits)),
        ("Requested", typeof(Credits)),
        ("Date", typeof(LocalDate))
    );

    /// <summary>Whether the key was used before for the same request, whose result this is.</summary>
    public bool IsReplay { get; init; }

    /// <summary>
    /// Decides. Overage is looked at up to the last day of usage, so that a request for an earlier day takes no credits that later days were promised.
    /// </summary>
    /// <param name="date">The day on which the credits are to be used.</param>
    /// <param name="requested">How many.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">The customer's usage from the beginning, in any order, with what is reserved.</param>
    /// <param name="overage">What is done with what quotas do not cover, from <c>UsageOptions.Overage</c>.</param>
    /// <param name="policy">How usage is paid, from <c>UsageOptions.Consumption</c>.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is not a <see cref="SupportedDates">supported</see> one.</exception>
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
        var question = new Question(new DailyUsage(date, Credits.Zero), quotas, usage, policy);
        var granted = overage.Kind switch
        {
            OverageKind.Allow => requested,
            OverageKind.AllowPartial => question.Coverable(requested),
            OverageKind.UpTo when question.StaysWithin(overage, requested) => requested,
            _ => question.Displaced(requested) == 0 ? requested : Credits.Zero,
        };
        var refusal =
            granted == Credits.Zero && requested > Credits.Zero
                ? CreditsShort.Violated(
                    nameof(Requested),
                    ("Requested", requested),
                    ("Available", question.Coverable(requested)),
                    ("Date", date)
                )
                : null;
        return new Authorization(date, requested, granted, refusal);
    }

    // How many of some credits can be voided on a day without making usage overage, or what was voided before less.
    internal static Credits Voidable(
        LocalDate date,
        Credits requested,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        ConsumptionPolicy policy
    ) => new Question(new DailyUsage(date, Credits.Zero, IsVoid: true), quotas, usage, policy).Coverable(requested);

    internal static IEnumerable<RuleDescriptor> Codes => [CreditsShort];

    // The same usage with and without further credits on the day.
    private sealed class Question
    {
        private readonly DailyUsage asked;
        private readonly IReadOnlyList<CreditQuota> quotas;
        private readonly ConsumptionPolicy policy;
        private readonly DailyUsage[] usage;
        private readonly LocalDate last;
        private readonly Balance before;

        public Question(DailyUsage asked, IReadOnlyList<CreditQuota> quotas, ReadOnlySpan<DailyUsage> usage, ConsumptionPolicy policy)
        {
            this.asked = asked;
            this.quotas = quotas;
            this.policy = policy;
            this.usage = [.. usage, asked];
            last = this.usage.Max(u => u.Date);
            before = With(Credits.Zero);
        }

        // What would be overage, or would not be voided, besides what is already.
        public decimal Displaced(Credits credits)
        {
            var after = With(credits);
            return after.Overage + after.NotVoided - before.Overage - before.NotVoided;
        }

        // Each round takes away what would not be covered; what is left may displace other usage and so leave something uncovered again.
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
            var inForce = before.Quotas.Where(q => q.Quota.UsablePeriod?.Contains(asked.Date) == true).ToList();
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
            usage[^1] = asked with { Credits = credits };
            return Balance.On(last, quotas, usage, policy);
        }
    }
}
