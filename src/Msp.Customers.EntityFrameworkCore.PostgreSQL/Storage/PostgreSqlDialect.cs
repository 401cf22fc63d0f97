using System.Data.Common;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// PostgreSQL sorts text by the collation of the database, and has dates before year 1 and after year 9999. Npgsql stores the first and the
// last supported day as infinity.
internal sealed class PostgreSqlDialect : DatabaseDialect
{
    public override string? CodePointCollation => "C";

    public override bool IsWriteConflict(DbException failure) =>
        failure.SqlState
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.LockNotAvailable;

    public override bool IsUniqueViolation(DbException failure) => failure.SqlState == PostgresErrorCodes.UniqueViolation;

    public override bool IsForeignKeyViolation(DbException failure) => failure.SqlState == PostgresErrorCodes.ForeignKeyViolation;

    public override string? DateCheck(string column) =>
        $"{column} BETWEEN '0001-01-01' AND '9999-12-31' OR {column} IN ('-infinity', 'infinity')";
}
