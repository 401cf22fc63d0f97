namespace Msp.Customers.Durability.Tests.Kills;

// Fails the test with a message when a task does not complete.
internal static class WaitLimit
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task<T> WithinLimitAsync<T>(this Task<T> task, string waitedFor)
    {
        await ((Task)task).WithinLimitAsync(waitedFor);
        return await task;
    }

    public static async Task WithinLimitAsync(this Task task, string waitedFor)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException e) when (!task.IsCompleted)
        {
            throw new TimeoutException($"There was no {waitedFor} within {Limit.TotalSeconds} seconds.", e);
        }
    }
}
