using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.Durability.Writer;

// Writes each step and waits for a line, so that the process stays at the step until the line arrives.
public sealed class Steps : ISaveChangesInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await ReportAsync(SaveStep.Begun);
        return result;
    }

    // Reads are not steps.
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
            await ReportAsync(SaveStep.Written);
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
        await ReportAsync(SaveStep.Committing);
        return result;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => ReportAsync(SaveStep.Committed);

    public async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        await ReportAsync(SaveStep.Saved);
        return result;
    }

    private static async Task ReportAsync(SaveStep step)
    {
        await Console.Out.WriteLineAsync(step.ToString());
        await Console.In.ReadLineAsync();
    }
}
