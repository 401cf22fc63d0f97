using Microsoft.EntityFrameworkCore;
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

    /// <summary>Adds sums to those of stored rows with the same key, and inserts the rows whose key is not stored.</summary>
    /// <param name="rows">The rows. Each key occurs once.</param>
    /// <param name="sums">The delimited names of the columns to add. The other columns are the key.</param>
    /// <param name="context">The context, whose connection is open and has the transaction of the rows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the rows are written.</returns>
    /// <exception cref="System.Data.Common.DbException">The database refuses a row.</exception>
    public abstract Task AddAsync(NewRows rows, IReadOnlySet<string> sums, DbContext context, CancellationToken cancellationToken);

    /// <summary>Returns the statement that adds sums.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="sums">The delimited names of the columns to add.</param>
    /// <param name="source">The source of the rows in SQL.</param>
    /// <returns>The statement, which SQLite and PostgreSQL execute.</returns>
    protected static string AddingSql(NewRows rows, IReadOnlySet<string> sums, string source) =>
        $"INSERT INTO {rows.Table} AS stored ({string.Join(", ", rows.Columns)}) {source} "
        + $"ON CONFLICT ({string.Join(", ", rows.Columns.Where(c => !sums.Contains(c)))}) "
        + $"DO UPDATE SET {string.Join(", ", sums.Select(c => $"{c} = stored.{c} + excluded.{c}"))}";
}
