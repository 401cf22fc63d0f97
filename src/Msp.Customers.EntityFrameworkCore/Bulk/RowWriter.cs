using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Writes many new rows of one table in the fastest way of a provider. The options of a context contain the writer.</summary>
internal abstract class RowWriter
{
    /// <summary>Writes new rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="connection">The open connection, with the transaction of the rows.</param>
    /// <param name="cancellationToken">Cancels the call. The transaction is then rolled back.</param>
    /// <returns>A task that completes when the rows are written.</returns>
    /// <exception cref="System.Data.Common.DbException">The database refuses a row.</exception>
    public abstract Task WriteAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken);
}
