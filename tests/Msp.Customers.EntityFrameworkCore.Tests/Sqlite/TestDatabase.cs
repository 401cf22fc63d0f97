using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// A file of its own. What the tests of this folder ask is SQLite's alone; the rest of the project is run on other databases too, each with a class of this name.
internal sealed class TestDatabase : IDisposable
{
    // Migrated once, and copied for each test.
    private static readonly Lazy<TestDatabase> Template = new(Make);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"msp-customers-{Guid.NewGuid():N}.db");

    private TestDatabase() { }

    // What a column of dates takes where nothing is checked.
    public const string NoDate = "0000-01-01";
    public const string LateNoDate = "x";

    public string Connection => $"Data Source={file}";

    public static TestDatabase Empty() => new();

    public static TestDatabase WithTables() => CopyOf(Template.Value.file);

    // As the first migration left it, filled then.
    public static TestDatabase Old() => CopyOf(Path.Combine(AppContext.BaseDirectory, "Migrations", "old.sqlite"));

    // As version 0.1.0 left it, filled then.
    public static TestDatabase First() => CopyOf(Path.Combine(AppContext.BaseDirectory, "Migrations", "v0.1.0.sqlite"));

    public void Use(DbContextOptionsBuilder db) => db.UseMspCustomersSqlite(Connection).AddInterceptors(Unsynced.Instance);

    // Without bulk inserts.
    public void UseOrdinary(DbContextOptionsBuilder db)
    {
        UseProvider(db);
        db.UseSqliteDialect().AddInterceptors(Unsynced.Instance);
    }

    public void UseProvider(DbContextOptionsBuilder db) => db.UseSqlite(Connection);

    // As in a database whose tables check nothing.
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

        // What is still in the log of the file is brought into it.
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Dispose();
        return database;
    }

    // The tests need the file as it is seen by other connections, not that it outlives a power cut.
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
