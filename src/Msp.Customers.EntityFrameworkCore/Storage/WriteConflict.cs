using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

// What a database says when others write the same at once. PostgreSQL and others have codes of the SQL standard; SQLite has none,
// and its texts are in one language.
internal static class WriteConflict
{
    private const string SerializationFailure = "40001";
    private const string Deadlock = "40P01";
    private const string LockNotAvailable = "55P03";
    private const string UniqueViolation = "23505";
    private const string ForeignKeyViolation = "23503";

    // The transaction was rolled back for another, or waited in vain for one to end. A provider may wrap it as something that might pass,
    // so the cause is what counts.
    public static bool IsWriteConflict(this Exception failure) =>
        failure.CauseOfDatabase() is { } cause
        && (cause.SqlState is SerializationFailure or Deadlock or LockNotAvailable || cause.Says("is locked"));

    // A key or a unique value is stored already.
    public static bool IsTaken(this DbUpdateException failure) =>
        failure.CauseOfDatabase() is { } cause && (cause.SqlState == UniqueViolation || cause.Says("UNIQUE constraint failed"));

    // What is referred to is not stored, or what is deleted is referred to.
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
