using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// A temporary file. The tests of this folder run on SQLite only. The other tests of the project also run on PostgreSQL, with the class of
// the same name there.
internal sealed class TestDatabase : IDisposable
{
    // The file is migrated once, and copied for each test.
    private static readonly Lazy<TestDatabase> Template = new(Make);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"msp-customers-{Guid.NewGuid():N}.db");

    private TestDatabase() { }

    // Values that a column of dates accepts without checks.
    public const string InvalidDate = "0000-01-01";
    public const string InvalidLateDate = "x";

    public string Connection => $"Data Source={file}";

    public static TestDatabase Empty() => new();

    public static TestDatabase WithTables() => CopyOf(Template.Value.file);

    // A database with rows, as the first migration created it.
    public static TestDatabase Old() => CopyOf(Path.Combine(AppContext.BaseDirectory, "Migrations", "old.sqlite"));

    // A database with rows, as version 0.1.0 created it.
    public static TestDatabase FirstVersion() => CopyOf(Path.Combine(AppContext.BaseDirectory, "Migrations", "v0.1.0.sqlite"));

    public void Use(DbContextOptionsBuilder db) => db.UseMspCustomersSqlite(Connection).AddInterceptors(Unsynced.Instance);

    // Without bulk inserts.
    public void UseOrdinary(DbContextOptionsBuilder db)
    {
        UseProvider(db);
        db.UseSqliteDialect().AddInterceptors(Unsynced.Instance);
    }

    public void UseProvider(DbContextOptionsBuilder db) => db.UseSqlite(Connection);

    // Runs the statement without the checks of the tables.
    public static async Task WithoutChecksAsync(DbContext context, string sql)
    {
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON");
        await context.Database.ExecuteSqlRawAsync(sql);
        await context.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = OFF");
        await context.Database.CloseConnectionAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    private static TestDatabase CopyOf(string path)
    {
        var copy = new TestDatabase();
        File.Copy(path, copy.file);
        return copy;
    }

    private static TestDatabase Make()
    {
        var database = new TestDatabase();
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        database.Use(options);
        using var context = new MspCustomersContext(options.Options);
        context.Database.Migrate();

        // Moves the content of the write-ahead log into the file.
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Dispose();
        return database;
    }

    // The tests need the file to be visible to other connections, not to survive a power failure.
    private sealed class Unsynced : DbConnectionInterceptor
    {
        public static readonly Unsynced Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Unsync(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Unsync(connection);
            return Task.CompletedTask;
        }

        private static void Unsync(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF";
            command.ExecuteNonQuery();
        }
    }
}
