namespace Msp.Customers.Tests.Details;

// A time in which nothing runs out until the test says so: a busy machine cannot make an answer late.
internal sealed class HeldTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Wait> waits = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, () => callback(state));
        lock (gate)
        {
            waits.Add(wait);
        }

        return wait;
    }

    // Lets every wait run out once just so many are left.
    public async Task RunOutForAsync(int left)
    {
        Wait[] ending;
        while ((ending = Left()).Length != left)
        {
            await Task.Delay(1);
        }

        foreach (var wait in ending)
        {
            wait.RunOut();
        }
    }

    private Wait[] Left()
    {
        lock (gate)
        {
            return [.. waits];
        }
    }

    private sealed class Wait(HeldTime time, Action runOut) : ITimer
    {
        public Action RunOut { get; } = runOut;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (time.gate)
            {
                time.waits.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
