using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Msp.Customers;

namespace LegacyBilling;

/// <summary>The billing system's database, a SQLite file.</summary>
/// <param name="connection">The connection string, such as <c>Data Source=billing.db</c>.</param>
public sealed class BillingDatabase(string connection)
{
    private const int Busy = 5;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueValueTaken = 2067;

    // Columns are written in capitals with underscores, members are not.
    static BillingDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Creates the tables that existed before the library was added.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the tables exist.</returns>
    public Task CreateAsync(CancellationToken cancellationToken = default) => ExecuteAsync(Tables.Before, cancellationToken);

    /// <summary>Adds the columns and tables that the library needs, and numbers the existing rows.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the tables are ready.</returns>
    public Task PrepareAsync(CancellationToken cancellationToken = default) => ExecuteAsync(Tables.Added, cancellationToken);

    /// <summary>Reads in a transaction, so that all results are of the same moment.</summary>
    internal async Task<T> ReadAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = db.BeginTransaction(deferred: true);
        return await read(transaction).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes all or nothing. Returns false, with nothing written, when the delegate returns false or a unique value exists
    /// already.
    /// </summary>
    internal async Task<bool> WriteAsync(Func<DbTransaction, Task<bool>> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var transaction = db.BeginTransaction(deferred: false);
            if (!await write(transaction).ConfigureAwait(false))
            {
                return false;
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is PrimaryKeyTaken or UniqueValueTaken)
        {
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            throw new ConcurrencyException("The database is locked by another writer; nothing was saved.", e);
        }
    }

    // Runs all statements, or none when one fails.
    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = db.BeginTransaction(deferred: false);
        await db.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellationToken))
            .ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var db = new SqliteConnection(connection);
        try
        {
            await db.OpenAsync(cancellationToken).ConfigureAwait(false);
            await db.ExecuteAsync("PRAGMA foreign_keys = ON").ConfigureAwait(false);
            return db;
        }
        catch
        {
            await db.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
