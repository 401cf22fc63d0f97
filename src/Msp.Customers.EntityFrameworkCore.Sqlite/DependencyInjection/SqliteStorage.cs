using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Bulk;
using Msp.Customers.EntityFrameworkCore.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Sqlite.Bulk;
using Msp.Customers.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.Sqlite.DependencyInjection;

/// <summary>Chooses SQLite as the storage.</summary>
public static class SqliteStorage
{
    /// <summary>Keeps customers, plans and usage in the ready-made context on SQLite. Its tables are made, and later brought up to date, by <c>context.Database.MigrateAsync()</c> of <see cref="MspCustomersContext"/>; hosts that start at once migrate one after the other.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="connection">The connection string, such as <c>Data Source=customers.db</c>.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseSqlite(
        this MspCustomersBuilder builder,
        string connection,
        Action<SqliteDbContextOptionsBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return builder.UseEntityFrameworkCore(db => db.UseMspCustomersSqlite(connection, configure));
    }

    /// <summary>The options of the ready-made context on SQLite, for a context that is made without the container.</summary>
    /// <param name="db">The options.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseMspCustomersSqlite(
        this DbContextOptionsBuilder db,
        string connection,
        Action<SqliteDbContextOptionsBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(connection);
        return db.UseSqlite(connection, Configure).UsePreparedInserts();

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
}
