using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

// Stores many new objects by the row writer of the provider, without the change tracker, in their own transaction.
internal static class BulkInsert
{
    // For fewer rows, the transaction and a statement for each table cost more than the change tracker.
    private const int Least = 20;

    // False when the host has a transaction or pending changes, which the objects would have to be part of.
    public static bool UsesBulkInsert(this DbContext context, int count, params ReadOnlySpan<Type> types)
    {
        if (
            count < Least
            || context.NewRowWriter() is null
            || Transaction.Current is not null
            || context.Database.CurrentTransaction is not null
            || context.ChangeTracker.HasChanges()
        )
        {
            return false;
        }

        foreach (var type in types)
        {
            if (!RowShape.Of(context, type).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    // Each list contains objects of one type. The callback runs first in the same transaction.
    public static Task InsertAsync(
        this DbContext context,
        string msp,
        IReadOnlyList<IReadOnlyList<object>> lists,
        Func<CancellationToken, Task> before,
        CancellationToken cancellationToken
    )
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        List<NewRows> tables =
        [
            .. lists
                .Where(l => l.Count > 0)
                .SelectMany(list => RowShape.Of(context, list[0].GetType()).Rows([.. list.Select(o => (o, o))]))
                .Where(t => t.Rows.Count > 0)
                .Select(t => new NewRows(t.Shape, t.Rows, msp, sql)),
        ];
        return context.Database.CreateExecutionStrategy().ExecuteAsync(ct => WriteAsync(context, tables, before, ct), cancellationToken);
    }

    private static async Task WriteAsync(
        DbContext context,
        List<NewRows> tables,
        Func<CancellationToken, Task> before,
        CancellationToken cancellationToken
    )
    {
        var (writer, connection) = (context.NewRowWriter()!, context.GetService<IRelationalConnection>());
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await before(cancellationToken).ConfigureAwait(false);
            foreach (var rows in tables)
            {
                try
                {
                    await writer.WriteAsync(rows, connection, cancellationToken).ConfigureAwait(false);
                }
                catch (DbException e)
                {
                    throw new DbUpdateException(
                        $"New rows of {rows.Table} could not be stored. The inner exception contains the reason.",
                        e
                    );
                }
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
