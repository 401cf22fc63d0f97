using NodaTime;

namespace Msp.Customers.Testing;

/// <summary>A clock that stands where the test puts it. Safe to share between threads.</summary>
public sealed class TestClock : IClock
{
    private readonly Lock gate = new();
    private Instant now;

    /// <summary>Makes a clock that stands at an instant.</summary>
    /// <param name="now">The instant.</param>
    public TestClock(Instant now) => this.now = now;

    /// <summary>Makes a clock that stands at noon, in UTC, of <see cref="SampleData.Today"/>.</summary>
    public TestClock()
        : this(SampleData.Today.At(LocalTime.Noon).InUtc().ToInstant()) { }

    /// <summary>Where the clock stands; it may be put anywhere, also back.</summary>
    public Instant Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
        set
        {
            lock (gate)
            {
                now = value;
            }
        }
    }

    /// <summary>Puts the clock on, or back by less than zero.</summary>
    /// <param name="by">By how much.</param>
    public void Advance(Duration by)
    {
        lock (gate)
        {
            now += by;
        }
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Now;
}
