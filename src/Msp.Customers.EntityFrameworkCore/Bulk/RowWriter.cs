using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Writes many new rows of one table the way a provider is fast at. The options of a context name it.</summary>
internal abstract class RowWriter
{
    /// <summary>Writes new rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="connection">The open connection, with the transaction that the rows belong to.</param>
    /// <param name="cancellationToken">Ends the writing early; the transaction is then rolled back.</param>
    /// <exception cref="System.Data.Common.DbException">The database refuses a row.</exception>
    public abstract Task WriteAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken);
}
