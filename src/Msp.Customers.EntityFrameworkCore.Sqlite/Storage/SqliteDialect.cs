using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Msp.Customers.EntityFrameworkCore.Sqlite;

// SQLite compares text by code point, and stores any text as a date.
internal sealed class SqliteDialect : DatabaseDialect
{
    // The result codes of SQLite: https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    public override bool IsWriteConflict(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };

    public override bool IsUniqueViolation(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    public override bool IsForeignKeyViolation(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: ConstraintForeignKey };

    public override string? DateCheck(string column) => $"{column} IS date({column}) AND ({column} IS NULL OR {column} >= '0001-01-01')";
}
