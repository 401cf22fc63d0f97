using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The service plan section of the details page.</summary>
/// <param name="Id">The plan; null for none yet.</param>
/// <param name="Plan">The plan as stored; null when there is none.</param>
/// <param name="TenantType">The tenant type.</param>
/// <param name="EvaluationEndDate">The last day of the evaluation; null when the customer is none.</param>
/// <param name="LicenseExpiryDate">The last licensed day; null for a license without an end.</param>
/// <param name="IsLicensed">Whether the license covers the day of the page.</param>
public sealed record PlanDetails(
    PlanId? Id,
    ServicePlan? Plan,
    TenantType TenantType,
    LocalDate? EvaluationEndDate,
    LocalDate? LicenseExpiryDate,
    bool IsLicensed
);
