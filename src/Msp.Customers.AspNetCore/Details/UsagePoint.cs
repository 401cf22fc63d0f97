using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The usage of a customer on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits; zero on a day without usage.</param>
public sealed record UsagePoint(LocalDate Date, decimal Credits);
