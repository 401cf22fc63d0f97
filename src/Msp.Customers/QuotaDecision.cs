using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>Which quota a customer can use on a day, and why. Both the quota's and the license's dates are named: an expired license ends no quota by itself.</summary>
public sealed class QuotaDecision
{
    private readonly QuotaTimeline timeline;
    private readonly bool licenseMustCover;

    internal QuotaDecision(Customer customer, LocalDate date, bool licenseMustCover)
    {
        timeline = customer.Timeline;
        this.licenseMustCover = licenseMustCover;
        Date = SupportedDates.Demand(date, nameof(date));
        LicenseExpiryDate = customer.LicenseExpiryDate;
        IsLicensed = customer.IsLicensedOn(date);
        InForce = timeline.AllInForceOn(date);
        Next = timeline.NextAfter(date);
    }

    /// <summary>The day decided for.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether a quota can be used on the day.</summary>
    public bool IsUsable => InForce.Count > 0 && (IsLicensed || !licenseMustCover);

    /// <summary>The quota that pays first on the day; null when none can be used.</summary>
    public CreditQuota? PaysFirst => IsUsable ? InForce[0] : null;

    /// <summary>The quotas in force on the day by their own dates, in the order in which they pay.</summary>
    public IReadOnlyList<CreditQuota> InForce { get; }

    /// <summary>The quota that starts next after the day; null when none does.</summary>
    public CreditQuota? Next { get; }

    /// <summary>The last licensed day; null for a license without an end.</summary>
    public LocalDate? LicenseExpiryDate { get; }

    /// <summary>Whether the license covers the day.</summary>
    public bool IsLicensed { get; }

    /// <summary>The reasons as English sentences: each quota with its dates, then the license, then what follows from both.</summary>
    /// <returns>At least two sentences.</returns>
    public IReadOnlyList<string> Explain() =>
        [
            .. timeline.Quotas.Select(Explain),
            LicenseExpiryDate is { } expiry
                ? $"The license covers every day up to and including {Iso(expiry)}, so {Iso(Date)} is {(IsLicensed ? "" : "not ")}licensed."
                : "The license has no end.",
            Outcome(),
        ];

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private string Explain(CreditQuota quota) =>
        quota.StateOn(Date) switch
        {
            PeriodState.NotStarted => $"Quota {quota.Number} has not started: its first usable day is {Iso(quota.EffectiveDate)}.",
            PeriodState.Ended when quota.IsVoidOn(Date) => $"Quota {quota.Number} is void from {Iso(quota.VoidedFrom!.Value)} on.",
            PeriodState.Ended => $"Quota {quota.Number} has ended: its last usable day was {Iso(quota.EndDate!.Value)}.",
            _ when quota.EndDate is { } end =>
                $"Quota {quota.Number} is in force: {Iso(Date)} is between {Iso(quota.EffectiveDate)} and {Iso(end)}, both usable days.",
            _ => $"Quota {quota.Number} is in force: its first usable day was {Iso(quota.EffectiveDate)} and it has no end.",
        };

    private string Outcome() =>
        PaysFirst is { } first ? $"Quota {first.Number} pays first on {Iso(Date)}."
        : InForce.Count > 0 ? $"No quota is usable on {Iso(Date)}, because the license does not cover it."
        : Next is { } next ? $"No quota is in force on {Iso(Date)}; quota {next.Number} is next, from {Iso(next.EffectiveDate)}."
        : $"No quota is in force on {Iso(Date)} and none follows.";
}
