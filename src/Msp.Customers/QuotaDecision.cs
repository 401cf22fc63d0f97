using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>The decision which quota a customer can use on a day, with the reasons.</summary>
/// <remarks>
/// The dates of quotas, license and evaluation are all reported, because the end of a license or of an evaluation does not end a quota.
/// </remarks>
public sealed class QuotaDecision
{
    private readonly QuotaTimeline timeline;
    private readonly CustomerTerms terms;

    internal QuotaDecision(Customer customer, LocalDate date, CustomerTerms terms)
    {
        timeline = customer.Timeline;
        this.terms = terms;
        Date = SupportedDates.Demand(date, nameof(date));
        LicenseExpiryDate = customer.LicenseExpiryDate;
        IsLicensed = customer.IsLicensedOn(date);
        EvaluationEndDate = customer.EvaluationEndDate;
        HasEvaluationEnded = customer.EvaluationEndDate < date;
        InForce = timeline.InForceOn(date);
        Next = timeline.NextAfter(date);
    }

    /// <summary>The day of the decision.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether a quota can be used on the day.</summary>
    public bool IsUsable => InForce.Count > 0 && NotUsableReason is null;

    /// <summary>The quota that covers usage first on the day; null when no quota can be used.</summary>
    public CreditQuota? ConsumedFirst => IsUsable ? InForce[0] : null;

    /// <summary>The quotas in force on the day by their own dates, in the order in which they cover usage.</summary>
    public IReadOnlyList<CreditQuota> InForce { get; }

    /// <summary>The quota that starts next after the day; null when no quota starts later.</summary>
    public CreditQuota? Next { get; }

    /// <summary>The last licensed day; null for a license without an end.</summary>
    public LocalDate? LicenseExpiryDate { get; }

    /// <summary>Whether the license covers the day.</summary>
    public bool IsLicensed { get; }

    /// <summary>The last day of the evaluation; null for a customer that is not an evaluation.</summary>
    public LocalDate? EvaluationEndDate { get; }

    /// <summary>Whether the customer is an evaluation that ended before the day.</summary>
    public bool HasEvaluationEnded { get; }

    private string? NotUsableReason =>
        !IsLicensed && terms.CreditsEndWithLicense ? "the license does not cover it"
        : HasEvaluationEnded && terms.CreditsEndWithEvaluation ? "the evaluation has ended"
        : null;

    /// <summary>
    /// Explains the decision in English sentences: each quota with its dates, the license, the evaluation when the customer is one, and the
    /// result.
    /// </summary>
    /// <returns>At least two sentences.</returns>
    public IReadOnlyList<string> Explain() =>
        [
            .. timeline.Quotas.Select(Explain),
            LicenseExpiryDate is { } expiry
                ? $"The license covers every day up to and including {Iso(expiry)}, so {Iso(Date)} is {(IsLicensed ? "" : "not ")}licensed."
                : "The license has no end.",
            .. EvaluationEndDate is { } last
                ? new[]
                {
                    $"The last day of the evaluation is {Iso(last)}, so it has {(HasEvaluationEnded ? "" : "not ")}ended on {Iso(Date)}.",
                }
                : [],
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
        ConsumedFirst is { } first ? $"Quota {first.Number} is consumed first on {Iso(Date)}."
        : InForce.Count > 0 ? $"No quota is usable on {Iso(Date)}, because {NotUsableReason}."
        : Next is { } next ? $"No quota is in force on {Iso(Date)}; quota {next.Number} is next, from {Iso(next.EffectiveDate)}."
        : $"No quota is in force on {Iso(Date)} and none follows.";
}
