using NodaTime.Testing;

namespace Msp.Customers.Tests;

internal static class ClockExtensions
{
    public static void AdvanceDays(this FakeClock clock, int days) => clock.Advance(Duration.FromDays(days));
}
