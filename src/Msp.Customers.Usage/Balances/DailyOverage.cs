using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>What was used on a day and no quota covered.</summary>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits.</param>
public sealed record DailyOverage(LocalDate Date, decimal Credits);
