using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>One quota on the details page.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Limit">How much it allows.</param>
/// <param name="Period">Its usable days.</param>
/// <param name="State">Where it stands on the day of the page.</param>
/// <param name="DaysLeft">How many days it is still usable, the day of the page counted; null for an open quota.</param>
/// <param name="Balance">What it paid, has left, let expire, had voided and carried over up to the end of the day of the page; null where the host has no storage of usage.</param>
public sealed record QuotaDetails(
    int Number,
    QuotaLimit Limit,
    EffectivePeriod Period,
    PeriodState State,
    int? DaysLeft,
    QuotaBalance? Balance
);
