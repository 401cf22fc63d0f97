using NodaTime;

namespace Msp.Customers.Details;

/// <summary>What a customer used on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits; zero where nothing was used.</param>
public sealed record UsedOnDay(LocalDate Date, decimal Credits);
