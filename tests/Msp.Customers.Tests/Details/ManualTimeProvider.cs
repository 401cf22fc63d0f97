namespace Msp.Customers.Tests.Details;

// Its timers expire only on request, so that a timeout does not depend on the speed of the machine.
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    // Waits until exactly this number of timers is active, and lets them expire.
    public async Task ExpireAsync(int count)
    {
        ManualTimer[] active;
        while ((active = Active()).Length != count)
        {
            await Task.Delay(1);
        }

        foreach (var timer in active)
        {
            timer.Expire();
        }
    }

    private ManualTimer[] Active()
    {
        lock (gate)
        {
            return [.. timers];
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, Action expire) : ITimer
    {
        public Action Expire { get; } = expire;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
