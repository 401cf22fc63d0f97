using Msp.Customers.Calendars;
using Msp.Customers.Quotas;

namespace Msp.Customers.Details;

/// <summary>One quota on the details page.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Limit">How much it allows.</param>
/// <param name="Period">Its usable days.</param>
/// <param name="State">Where it stands on the day of the page.</param>
/// <param name="DaysLeft">How many days it is still usable, the day of the page counted; null for an open quota.</param>
public sealed record QuotaDetails(int Number, QuotaLimit Limit, EffectivePeriod Period, PeriodState State, int? DaysLeft);
