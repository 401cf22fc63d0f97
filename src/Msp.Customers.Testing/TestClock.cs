using NodaTime;

namespace Msp.Customers.Testing;

/// <summary>A clock with a settable time. It is thread-safe.</summary>
public sealed class TestClock : IClock
{
    private readonly Lock gate = new();
    private Instant now;

    /// <summary>Creates a clock.</summary>
    /// <param name="now">The current time of the clock.</param>
    public TestClock(Instant now) => this.now = now;

    /// <summary>Creates a clock with the time 12:00 UTC on <see cref="SampleData.Today"/>.</summary>
    public TestClock()
        : this(SampleData.Today.At(LocalTime.Noon).InUtc().ToInstant()) { }

    /// <summary>The current time of the clock. It can be set to any time, also to an earlier one.</summary>
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

    /// <summary>Advances the clock.</summary>
    /// <param name="by">The duration to add. A negative duration sets the clock back.</param>
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
