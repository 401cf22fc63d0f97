using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Sqlite;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Configures the options of contexts on SQLite.</summary>
public static class SqliteDbContextOptionsExtensions
{
    private static readonly SecureDelete Secure = new();

    /// <summary>Configures the ready-made context on SQLite, for a context that is created without the container.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets further options of the provider; null for none.</param>
    /// <param name="secureDelete">Whether deleted data is overwritten in the file, as by <c>UseSqlite</c>; true by default.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseMspCustomersSqlite(
        this DbContextOptionsBuilder db,
        string connection,
        Action<SqliteDbContextOptionsBuilder>? configure = null,
        bool secureDelete = true
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(connection);
        db.UseSqlite(connection, Configure).UseSqliteDialect().UsePreparedInserts().RefuseNewerDatabase();
        return secureDelete ? db.UseSecureDelete() : db;

        void Configure(SqliteDbContextOptionsBuilder sqlite)
        {
            sqlite.MigrationsAssembly(typeof(SqliteDbContextOptionsExtensions).Assembly.GetName().Name);
            configure?.Invoke(sqlite);
        }
    }

    /// <summary>Configures the stores and the mapping of a host's own context for SQLite.</summary>
    /// <param name="db">The options of the context, with SQLite as the provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseSqliteDialect(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseDialect(new SqliteDialect()).UseRowWriter(new PreparedWriter(), forNewRows: false);
    }

    /// <summary>Configures the stores of a host's own context to write many new rows by prepared statements.</summary>
    /// <param name="db">The options of the context, with SQLite as the provider.</param>
    /// <returns>The options.</returns>
    /// <remarks>The rows bypass the change tracker: interceptors and events of <c>SaveChanges</c> do not receive them.</remarks>
    public static DbContextOptionsBuilder UsePreparedInserts(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new PreparedWriter(), forNewRows: true);
    }

    /// <summary>Configures the connections of a host's own context to overwrite deleted data, as <c>UseSqlite</c> does.</summary>
    /// <param name="db">The options of the context, with SQLite as the provider.</param>
    /// <returns>The options.</returns>
    /// <remarks>No personal data stays in free pages of the file.</remarks>
    public static DbContextOptionsBuilder UseSecureDelete(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Secure);
    }
}
