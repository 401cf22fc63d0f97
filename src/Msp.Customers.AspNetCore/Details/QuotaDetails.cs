using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>One quota of the Customer Details page.</summary>
/// <param name="Number">The quota's number.</param>
/// <param name="Limit">The credits that the quota allows.</param>
/// <param name="Period">The usable days.</param>
/// <param name="State">The state of the period on the day of the details.</param>
/// <param name="DaysLeft">The number of usable days left, including the day of the details; null for a quota without an end date.</param>
/// <param name="Balance">The balance of the quota at the end of the day of the details; null when the host has no usage store.</param>
public sealed record QuotaDetails(
    int Number,
    QuotaLimit Limit,
    EffectivePeriod Period,
    PeriodState State,
    int? DaysLeft,
    QuotaBalance? Balance
);
