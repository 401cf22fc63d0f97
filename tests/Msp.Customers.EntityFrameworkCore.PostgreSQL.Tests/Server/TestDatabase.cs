using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A database of its own, copied from one that was made once.
internal sealed class TestDatabase : IDisposable
{
    // Text is ordered by a language, as in most databases: what must be ordered by code point has to say so.
    private static readonly Lazy<TestDatabase> Bare = new(() =>
        new TestDatabase("template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LC_COLLATE 'C' LC_CTYPE 'C'")
    );
    private static readonly Lazy<TestDatabase> Template = new(Make);

    private readonly string name = $"msp_customers_{Guid.NewGuid():N}";

    private TestDatabase(string template) => TestServer.Execute($"CREATE DATABASE {name} TEMPLATE {template}");

    // What a column of dates takes where nothing is checked.
    public const string NoDate = "0001-01-01 BC";
    public const string LateNoDate = "10000-01-01";

    public string Connection => TestServer.ConnectionTo(name);

    public static TestDatabase Empty() => new(Bare.Value.name);

    public static TestDatabase WithTables() => new(Template.Value.name);

    // As the first migration left it, filled then.
    public static TestDatabase Old() => Filled("old.sql");

    // As version 0.1.0 left it, filled then.
    public static TestDatabase First() => Filled("v0.1.0.sql");

    private static TestDatabase Filled(string file)
    {
        var database = Empty();
        using var connection = new NpgsqlConnection(database.Connection);
        connection.Open();
        using var command = new NpgsqlCommand(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Migrations", file)), connection);
        command.ExecuteNonQuery();
        return database;
    }

    public void Use(DbContextOptionsBuilder db) => db.UseMspCustomersPostgreSql(Connection);

    // Without bulk inserts.
    public void UseOrdinary(DbContextOptionsBuilder db)
    {
        UseProvider(db);
        db.UsePostgreSqlDialect();
    }

    public void UseProvider(DbContextOptionsBuilder db) => db.UseNpgsql(Connection, npgsql => npgsql.UseNodaTime());

    // As in a database whose tables check nothing.
    public static async Task WithoutChecksAsync(DbContext context, string sql)
    {
        var checks = await context
            .Database.SqlQueryRaw<string>(
                "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS \"Value\" FROM pg_constraint WHERE contype = 'c'"
            )
            .ToListAsync();
        foreach (var drop in checks.Where(c => c.Contains("CK_", StringComparison.Ordinal)))
        {
            await context.Database.ExecuteSqlRawAsync(drop);
        }

        await context.Database.ExecuteSqlRawAsync(sql);
    }

    public void Dispose() => TestServer.Execute($"DROP DATABASE {name} WITH (FORCE)");

    private static TestDatabase Make()
    {
        var database = Empty();

        // Nobody may be connected to what is copied.
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        options.UseMspCustomersPostgreSql(database.Connection + ";Pooling=false");
        using var context = new MspCustomersContext(options.Options);
        context.Database.Migrate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            database.Dispose();
            Bare.Value.Dispose();
        };
        return database;
    }
}
