using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Races;

// Makes two writers wait for each other before a statement, so that each holds the lock that the other needs next. Counts the deadlocks.
internal sealed class StatementBarrier
{
    private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;
    private int deadlocks;

    public int Deadlocks => deadlocks;

    public IInterceptor Before(string statement, int occurrence = 1) => new BarrierInterceptor(this, statement, occurrence);

    private Task WaitForBothAsync()
    {
        if (Interlocked.Increment(ref arrived) == 2)
        {
            both.SetResult();
        }

        return both.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class BarrierInterceptor(StatementBarrier barrier, string statement, int occurrence) : DbCommandInterceptor
    {
        private int seen;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.StartsWith(statement, StringComparison.Ordinal) && ++seen == occurrence)
            {
                await barrier.WaitForBothAsync();
            }

            return result;
        }

        public override Task CommandFailedAsync(
            DbCommand command,
            CommandErrorEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Add(
                ref barrier.deadlocks,
                eventData.Exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } ? 1 : 0
            );
            return Task.CompletedTask;
        }
    }
}
