using Msp.Customers.Quotas;
using NodaTime;

namespace Msp.Customers.Consumption;

/// <summary>Credits that a day takes from the quotas in force on it: consumed, or voided. A day may come several times; only its sums count.</summary>
/// <param name="Date">The day, a <see cref="Calendars.SupportedDates">supported</see> date.</param>
/// <param name="Credits">The credits consumed or voided.</param>
/// <param name="IsVoid">
/// Whether the credits are voided; false, consumed, by default. The limited quotas in force lose them in the order in which they pay, after the usage of the day; what they no
/// longer have is not voided, and is no overage.
/// </param>
public readonly record struct DailyUsage(LocalDate Date, Credits Credits, bool IsVoid = false);
