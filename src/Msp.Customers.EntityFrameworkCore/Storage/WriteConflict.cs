using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

// Recognizes errors of a database that are caused by concurrent writes. PostgreSQL and other databases have codes of the SQL standard.
// SQLite has no such codes, and its messages are always in English.
internal static class WriteConflict
{
    private const string SerializationFailure = "40001";
    private const string Deadlock = "40P01";
    private const string LockNotAvailable = "55P03";
    private const string UniqueViolation = "23505";
    private const string ForeignKeyViolation = "23503";

    // The transaction was rolled back because of another one, or timed out while it waited for another one. The cause is checked, because a
    // provider may wrap it in an exception for transient errors.
    public static bool IsWriteConflict(this Exception failure) =>
        failure.CauseOfDatabase() is { } cause
        && (cause.SqlState is SerializationFailure or Deadlock or LockNotAvailable || cause.Says("is locked"));

    // A key or a unique value is already stored.
    public static bool IsTaken(this DbUpdateException failure) =>
        failure.CauseOfDatabase() is { } cause && (cause.SqlState == UniqueViolation || cause.Says("UNIQUE constraint failed"));

    // A foreign key refers to a row that is not stored, or a row to delete is referred to.
    public static bool IsReference(this DbUpdateException failure) =>
        failure.CauseOfDatabase() is { } cause && (cause.SqlState == ForeignKeyViolation || cause.Says("FOREIGN KEY constraint failed"));

    private static DbException? CauseOfDatabase(this Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database)
            {
                return database;
            }
        }

        return null;
    }

    private static bool Says(this DbException cause, string text) =>
        cause.SqlState is null
        && cause.Message.StartsWith("SQLite Error ", StringComparison.Ordinal)
        && cause.Message.Contains(text, StringComparison.Ordinal);
}
