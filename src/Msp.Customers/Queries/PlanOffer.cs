using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>Whether a service plan can be chosen.</summary>
/// <param name="Id">The plan.</param>
/// <param name="IsRetired">Whether it is no longer offered.</param>
public sealed record PlanOffer(PlanId Id, bool IsRetired);
