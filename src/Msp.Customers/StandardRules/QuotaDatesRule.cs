using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>
/// Evaluates the quotas of a customer: its status, end dates in the past, quotas that outlast license or evaluation, and overlaps.
/// </summary>
/// <remarks>
/// Corrections of stored quotas, and quotas that a schedule creates late, can have an end date in the past. An overlap is a warning,
/// because overlapping quotas are used for top-ups; a host that allows one quota at a time can make it an error.
/// </remarks>
public sealed class QuotaDatesRule()
    : SaveRule<Customer>(RequiresActiveCustomer, EndsInThePast, EndsAfterLicense, EndsAfterEvaluation, VoidAfterEnd, Overlaps)
{
    private static readonly RuleDescriptor RequiresActiveCustomer = new(
        "quota.requires-active-customer",
        Severity.Error,
        "The customer is {Status}. Quotas can be added to active customers only.",
        ("Status", typeof(CustomerStatus))
    );

    private static readonly RuleDescriptor EndsInThePast = new(
        "quota.ends-in-the-past",
        Severity.Error,
        "The end date {EndDate} is before today, {Today}.",
        ("EndDate", typeof(LocalDate)),
        ("Today", typeof(LocalDate))
    );

    private static readonly RuleDescriptor EndsAfterLicense = new(
        "quota.ends-after-license",
        Severity.Warning,
        "The quota ends after the license, whose last day is {LicenseExpiryDate}.",
        ("LicenseExpiryDate", typeof(LocalDate))
    );

    private static readonly RuleDescriptor EndsAfterEvaluation = new(
        "quota.ends-after-evaluation",
        Severity.Warning,
        "The quota ends after the evaluation, whose last day is {EvaluationEndDate}.",
        ("EvaluationEndDate", typeof(LocalDate))
    );

    private static readonly RuleDescriptor VoidAfterEnd = new(
        "quota.void-after-end",
        Severity.Error,
        "The quota ends on {EndDate}. Voiding it from {VoidedFrom} has no effect.",
        ("EndDate", typeof(LocalDate)),
        ("VoidedFrom", typeof(LocalDate))
    );

    private static readonly RuleDescriptor Overlaps = new(
        "quota.overlaps",
        Severity.Warning,
        "Quota {Number} overlaps quota {Other} in {Days}. Their credits add up.",
        ("Number", typeof(int)),
        ("Days", typeof(EffectivePeriod)),
        ("Other", typeof(int))
    );

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var customer = change.After;
        var overlaps = customer.Timeline.Overlaps().DistinctBy(o => o.Later.Number).ToDictionary(o => o.Later.Number);
        foreach (var (index, quota) in customer.Quotas.Index())
        {
            var path = $"Quotas[{index}]";
            var before = change.Before?.FindQuota(quota.Number);
            if (customer.Status != CustomerStatus.Active && !quota.SameAs(before))
            {
                change.Report(RequiresActiveCustomer, path, ("Status", customer.Status));
            }

            if (quota.EndDate < change.Today && before is null && !customer.Schedules.Any(s => s.HasCreated(quota)))
            {
                change.Report(EndsInThePast, $"{path}.EndDate", ("EndDate", quota.EndDate.Value), ("Today", change.Today));
            }

            if (customer.LicenseExpiryDate is { } expiry && IsUsableAfter(quota, expiry))
            {
                change.Report(EndsAfterLicense, $"{path}.EndDate", ("LicenseExpiryDate", expiry));
            }

            if (customer.EvaluationEndDate is { } last && IsUsableAfter(quota, last))
            {
                change.Report(EndsAfterEvaluation, $"{path}.EndDate", ("EvaluationEndDate", last));
            }

            if (quota.EndDate < quota.VoidedFrom && quota.VoidedFrom != before?.VoidedFrom)
            {
                change.Report(VoidAfterEnd, $"{path}.VoidedFrom", ("EndDate", quota.EndDate.Value), ("VoidedFrom", quota.VoidedFrom.Value));
            }

            if (overlaps.TryGetValue(quota.Number, out var overlap))
            {
                change.Report(Overlaps, path, ("Number", quota.Number), ("Days", overlap.Shared), ("Other", overlap.Earlier.Number));
            }
        }
    }

    private static bool IsUsableAfter(CreditQuota quota, LocalDate last) => quota.UsablePeriod is { } usable && !(usable.EndDate <= last);
}
