using NodaTime;

namespace Msp.Customers;

// Rounds instants to the precision that every database stores.
internal static class Microseconds
{
    // Returns the whole microsecond at or before an instant, also before 1970.
    public static Instant Floor(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % 10) + 10) % 10));
    }
}
