using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The service plan section of the Customer Details page.</summary>
/// <param name="Id">The plan's id; null when the customer has no plan.</param>
/// <param name="Plan">The stored plan; null when it does not exist.</param>
/// <param name="TenantType">The tenant type.</param>
/// <param name="EvaluationEndDate">The last day of the evaluation; null when the customer is not an evaluation.</param>
/// <param name="LicenseExpiryDate">The last licensed day; null for a license without an end.</param>
/// <param name="IsLicensed">Whether the license covers the day of the details.</param>
public sealed record PlanDetails(
    PlanId? Id,
    ServicePlan? Plan,
    TenantType TenantType,
    LocalDate? EvaluationEndDate,
    LocalDate? LicenseExpiryDate,
    bool IsLicensed
);
