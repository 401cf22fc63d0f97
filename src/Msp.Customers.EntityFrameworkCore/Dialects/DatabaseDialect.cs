using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Describes to the stores how a database differs from others: its error codes, its collations and its dates.</summary>
/// <remarks>
/// The packages for SQLite and PostgreSQL contain the dialects of these databases: <c>UseSqliteDialect</c> and
/// <c>UsePostgreSqlDialect</c>. For another database, derive a class from this one and set it with <c>UseDialect</c>.
/// </remarks>
public abstract class DatabaseDialect
{
    /// <summary>
    /// The collation that compares and sorts text by code point, as in memory; null, the default, when the database does so by default.
    /// </summary>
    public virtual string? CodePointCollation => null;

    /// <summary>
    /// Returns whether an error is caused by concurrent writes: a deadlock, a serialization failure, or a lock that timed out.
    /// </summary>
    /// <param name="failure">The error of the database.</param>
    /// <returns>True when the transaction can be repeated.</returns>
    public abstract bool IsWriteConflict(DbException failure);

    /// <summary>Returns whether an error reports that a key or a unique value is already stored.</summary>
    /// <param name="failure">The error of the database.</param>
    /// <returns>True for a violation of a primary key or a unique index.</returns>
    public abstract bool IsUniqueViolation(DbException failure);

    /// <summary>
    /// Returns whether an error reports a foreign key: the row that it refers to is not stored, or the row to delete is still referred to.
    /// </summary>
    /// <param name="failure">The error of the database.</param>
    /// <returns>True for a violation of a foreign key.</returns>
    public abstract bool IsForeignKeyViolation(DbException failure);

    /// <summary>
    /// Returns the condition of a check constraint that a column contains a date from year 1 through 9999; null, the default, when the type
    /// of the column accepts no other value.
    /// </summary>
    /// <param name="column">The quoted name of the column.</param>
    /// <returns>The condition in SQL, or null. A null value in the column must pass.</returns>
    public virtual string? DateCheck(string column) => null;

    // The cause is checked, because a provider may wrap it in an exception for transient errors.
    internal bool IsWriteConflict(Exception failure) => CauseOf(failure) is { } cause && IsWriteConflict(cause);

    internal bool IsUniqueViolation(DbUpdateException failure) => CauseOf(failure) is { } cause && IsUniqueViolation(cause);

    internal bool IsForeignKeyViolation(DbUpdateException failure) => CauseOf(failure) is { } cause && IsForeignKeyViolation(cause);

    private static DbException? CauseOf(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException error)
            {
                return error;
            }
        }

        return null;
    }
}
