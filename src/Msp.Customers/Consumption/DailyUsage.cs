using Msp.Customers.Quotas;
using NodaTime;

namespace Msp.Customers.Consumption;

/// <summary>Credits consumed on a day. A day may come several times; only its sum counts.</summary>
/// <param name="Date">The day, a <see cref="Calendars.SupportedDates">supported</see> date.</param>
/// <param name="Credits">What was consumed.</param>
public readonly record struct DailyUsage(LocalDate Date, Credits Credits);
