using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.PostgreSQL;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Configures the options of contexts on PostgreSQL.</summary>
public static class PostgreSqlDbContextOptionsExtensions
{
    private static readonly PreparedReads Prepared = new();

    /// <summary>Configures the ready-made context on PostgreSQL, for a context that is created without the container.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets further options of the provider; null for none.</param>
    /// <param name="prepareReads">Whether the statements that read by id are prepared, as by <c>UsePostgreSql</c>; true by default.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseMspCustomersPostgreSql(
        this DbContextOptionsBuilder db,
        string connection,
        Action<NpgsqlDbContextOptionsBuilder>? configure = null,
        bool prepareReads = true
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(connection);
        db.UseNpgsql(connection, Configure)
            .UsePostgreSqlDialect()
            .UseCopy()
            .RefuseNewerDatabase()
            .ReplaceService<IHistoryRepository, LockedHistory>();
        return prepareReads ? db.UsePreparedReads() : db;

        void Configure(NpgsqlDbContextOptionsBuilder npgsql)
        {
            npgsql.UseNodaTime().MigrationsAssembly(typeof(PostgreSqlDbContextOptionsExtensions).Assembly.GetName().Name);
            configure?.Invoke(npgsql);
        }
    }

    /// <summary>Configures the stores and the mapping of a host's own context for PostgreSQL.</summary>
    /// <param name="db">The options of the context, with Npgsql as the provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePostgreSqlDialect(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseDialect(new PostgreSqlDialect()).UseRowWriter(new CopyWriter(), forNewRows: false);
    }

    /// <summary>Configures the stores of a host's own context to write many new rows by COPY.</summary>
    /// <param name="db">The options of the context, with Npgsql as the provider.</param>
    /// <returns>The options.</returns>
    /// <remarks>The rows bypass the change tracker: interceptors and events of <c>SaveChanges</c> do not receive them.</remarks>
    public static DbContextOptionsBuilder UseCopy(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new CopyWriter(), forNewRows: true);
    }

    /// <summary>
    /// Configures the stores of a host's own context to prepare the statements that read by id, once for each connection, as
    /// <c>UsePostgreSql</c> does.
    /// </summary>
    /// <param name="db">The options of the context, with Npgsql as the provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePreparedReads(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Prepared);
    }
}
