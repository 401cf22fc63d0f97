using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.Durability.Writer;

// Says each step and waits for leave to go on, so that whoever does not give it finds the process there and nowhere else.
public sealed class Steps : ISaveChangesInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await SayAsync(SaveStep.Begun);
        return result;
    }

    // Not what is read.
    public async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            await SayAsync(SaveStep.Written);
        }

        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        await SayAsync(SaveStep.Committing);
        return result;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => SayAsync(SaveStep.Committed);

    public async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        await SayAsync(SaveStep.Saved);
        return result;
    }

    private static async Task SayAsync(SaveStep step)
    {
        await Console.Out.WriteLineAsync(step.ToString());
        await Console.In.ReadLineAsync();
    }
}
