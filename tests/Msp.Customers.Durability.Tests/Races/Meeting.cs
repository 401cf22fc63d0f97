using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Races;

// Two writers who wait for each other before a statement, so that each has what the other wants next. Counts the deadlocks that come of it.
internal sealed class Meeting
{
    private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int there;
    private int deadlocks;

    public int Deadlocks => deadlocks;

    public IInterceptor Before(string statement, int occurrence = 1) => new Guest(this, statement, occurrence);

    private Task ArriveAsync()
    {
        if (Interlocked.Increment(ref there) == 2)
        {
            both.SetResult();
        }

        return both.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class Guest(Meeting meeting, string statement, int occurrence) : DbCommandInterceptor
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
                await meeting.ArriveAsync();
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
                ref meeting.deadlocks,
                eventData.Exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } ? 1 : 0
            );
            return Task.CompletedTask;
        }
    }
}
