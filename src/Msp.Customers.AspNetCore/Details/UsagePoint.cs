using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>What a customer used on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits; zero where nothing was used.</param>
public sealed record UsagePoint(LocalDate Date, decimal Credits);
