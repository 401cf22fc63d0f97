using NodaTime;

namespace Msp.Customers;

// Instants as every database keeps them.
internal static class Microseconds
{
    // The whole microsecond at or before an instant, also before 1970.
    public static Instant Floor(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % 10) + 10) % 10));
    }
}
