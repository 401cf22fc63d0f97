namespace Msp.Customers.Usage;

// The result of one attempt at a write, or a conflict after which the write is attempted again from the stored state.
internal readonly record struct Attempt<T>(bool IsDone, T Result)
{
    public static Attempt<T> Conflict => default;

    public static Attempt<T> Done(T result) => new(true, result);

    public static implicit operator Attempt<T>(T result) => Done(result);
}

// Limits the number of attempts. The random pause between two attempts grows, so that concurrent callers for one customer spread out.
internal static class Attempts
{
    public const int Max = 50;
    private const int MaxPauseMilliseconds = 100;

    public static async Task<T> RunAsync<T>(Func<Task<Attempt<T>>> attempt, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; conflicts < Max; conflicts++)
        {
            if (conflicts > 0)
            {
                var pause = Random.Shared.NextDouble() * Math.Min(1 << Math.Min(conflicts, 10), MaxPauseMilliseconds);
                await Task.Delay(TimeSpan.FromMilliseconds(pause), cancellationToken).ConfigureAwait(false);
            }

            var result = await attempt().ConfigureAwait(false);
            if (result.IsDone)
            {
                return result.Result;
            }
        }

        throw new ConcurrencyException(
            $"Other callers stored usage of the same customer during each of {Max} attempts. Nothing was stored. Try again later."
        );
    }
}
