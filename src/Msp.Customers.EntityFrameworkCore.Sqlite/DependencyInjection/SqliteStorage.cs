using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Bulk;
using Msp.Customers.EntityFrameworkCore.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Sqlite.Bulk;
using Msp.Customers.EntityFrameworkCore.Sqlite.Storage;
using Msp.Customers.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.Sqlite.DependencyInjection;

/// <summary>Chooses SQLite as the storage.</summary>
public static class SqliteStorage
{
    private static readonly SecureDelete Secure = new();

    /// <summary>Keeps customers, plans and usage in the ready-made context on SQLite. Its tables are made, and later brought up to date, by <c>context.Database.MigrateAsync()</c> of <see cref="MspCustomersContext"/>; hosts that start at once migrate one after the other.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="connection">The connection string, such as <c>Data Source=customers.db</c>.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <param name="secureDelete">Whether what is deleted is overwritten in the file, as personal data should be; true by default. False writes less, and leaves it in free pages.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseSqlite(
        this MspCustomersBuilder builder,
        string connection,
        Action<SqliteDbContextOptionsBuilder>? configure = null,
        bool secureDelete = true
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return builder.UseEntityFrameworkCore(db => db.UseMspCustomersSqlite(connection, configure, secureDelete));
    }

    /// <summary>The options of the ready-made context on SQLite, for a context that is made without the container.</summary>
    /// <param name="db">The options.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <param name="secureDelete">Whether what is deleted is overwritten in the file, as by <see cref="UseSqlite"/>.</param>
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
            sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name);
            configure?.Invoke(sqlite);
        }
    }

    /// <summary>Has the repositories of a host's own context write many new rows through prepared statements: <see cref="RowWriterOptions.UseRowWriter"/> says what that leaves out.</summary>
    /// <param name="db">The options of the context, which name SQLite as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePreparedInserts(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new PreparedWriter());
    }

    /// <summary>Has the connections of a host's own context overwrite what is deleted, as <see cref="UseSqlite"/> does, so that no personal data is left in free pages of the file.</summary>
    /// <param name="db">The options of the context, which name SQLite as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseSecureDelete(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Secure);
    }
}
