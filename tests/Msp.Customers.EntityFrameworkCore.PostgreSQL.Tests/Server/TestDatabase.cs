using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A database of its own, copied from a template.
internal sealed class TestDatabase : IDisposable
{
    // Text has the order of a language by default, as in most databases. Columns ordered by code point need their own collation.
    private static readonly Lazy<TestDatabase> Bare = new(() =>
        new TestDatabase("template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LC_COLLATE 'C' LC_CTYPE 'C'")
    );
    private static readonly Lazy<TestDatabase> Template = new(Make);

    private readonly string name = $"msp_customers_{Guid.NewGuid():N}";

    private TestDatabase(string template) => TestServer.Execute($"CREATE DATABASE {name} TEMPLATE {template}");

    // Values that a column of dates accepts without checks.
    public const string InvalidDate = "0001-01-01 BC";
    public const string InvalidLateDate = "10000-01-01";

    public string Connection => TestServer.ConnectionTo(name);

    public static TestDatabase Empty() => new(Bare.Value.name);

    public static TestDatabase WithTables() => new(Template.Value.name);

    // A database with rows, as the first migration created it.
    public static TestDatabase Old() => Filled("old.sql");

    // A database with rows, as version 0.1.0 created it.
    public static TestDatabase FirstVersion() => Filled("v0.1.0.sql");

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

    // Runs the statement without the checks of the tables.
    public static async Task WithoutChecksAsync(DbContext context, string sql)
    {
        var checks = await context
            .Database.SqlQueryRaw<string>(
                "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS \"Value\" "
                    + "FROM pg_constraint WHERE contype = 'c'"
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

        // A template must have no open connections.
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
