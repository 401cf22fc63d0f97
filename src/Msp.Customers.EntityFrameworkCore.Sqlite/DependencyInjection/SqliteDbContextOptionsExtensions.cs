using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Sqlite;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Sets the options of contexts on SQLite.</summary>
public static class SqliteDbContextOptionsExtensions
{
    private static readonly SecureDelete Secure = new();

    /// <summary>The options of the ready-made context on SQLite, for a context that is made without the container.</summary>
    /// <param name="db">The options.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <param name="secureDelete">Whether what is deleted is overwritten in the file, as by <c>UseSqlite</c>.</param>
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
        db.UseSqlite(connection, Configure).UsePreparedInserts().RefuseNewerDatabase();
        return secureDelete ? db.UseSecureDelete() : db;

        void Configure(SqliteDbContextOptionsBuilder sqlite)
        {
            sqlite.MigrationsAssembly(typeof(SqliteDbContextOptionsExtensions).Assembly.GetName().Name);
            configure?.Invoke(sqlite);
        }
    }

    /// <summary>Has the repositories of a host's own context write many new rows through prepared statements, past the change tracker: interceptors and events of <c>SaveChanges</c> do not see them.</summary>
    /// <param name="db">The options of the context, which name SQLite as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePreparedInserts(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new PreparedWriter());
    }

    /// <summary>Has the connections of a host's own context overwrite what is deleted, as <c>UseSqlite</c> does, so that no personal data is left in free pages of the file.</summary>
    /// <param name="db">The options of the context, which name SQLite as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseSecureDelete(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Secure);
    }
}
