using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

internal static class TransactionalSave
{
    // Saves the tracked changes after other statements, in one transaction.
    public static async Task<int> SaveChangesAsync(
        this DbContext context,
        Func<CancellationToken, Task> before,
        CancellationToken cancellationToken
    )
    {
        if (context.Database.CurrentTransaction is { } own)
        {
            return await SaveWithinAsync(context, own, before, cancellationToken).ConfigureAwait(false);
        }

        if (Transaction.Current is not null)
        {
            await before(cancellationToken).ConfigureAwait(false);
            return await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        var written = await context.Database.CreateExecutionStrategy().ExecuteAsync(WriteAsync, cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.AcceptAllChanges();
        return written;

        async Task<int> WriteAsync(CancellationToken token)
        {
            var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await before(token).ConfigureAwait(false);
                var rows = await context.SaveChangesAsync(acceptAllChangesOnSuccess: false, token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
                return rows;
            }
        }
    }

    // A savepoint undoes the statements when the save fails and the host continues its own transaction.
    private static async Task<int> SaveWithinAsync(
        DbContext context,
        IDbContextTransaction own,
        Func<CancellationToken, Task> before,
        CancellationToken cancellationToken
    )
    {
        const string Savepoint = "MspCustomersSave";
        await own.CreateSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            await before(cancellationToken).ConfigureAwait(false);
            return await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await own.RollbackToSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
