using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.PostgreSQL;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Sets the options of contexts on PostgreSQL.</summary>
public static class PostgreSqlDbContextOptionsExtensions
{
    private static readonly PreparedReads Prepared = new();

    /// <summary>The options of the ready-made context on PostgreSQL, for a context that is made without the container.</summary>
    /// <param name="db">The options.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <param name="prepareReads">Whether the statements that read by id are prepared, as by <c>UsePostgreSql</c>.</param>
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
        db.UseNpgsql(connection, Configure).UseCopy().RefuseNewerDatabase().ReplaceService<IHistoryRepository, LockedHistory>();
        return prepareReads ? db.UsePreparedReads() : db;

        void Configure(NpgsqlDbContextOptionsBuilder npgsql)
        {
            npgsql.UseNodaTime().MigrationsAssembly(typeof(PostgreSqlDbContextOptionsExtensions).Assembly.GetName().Name);
            configure?.Invoke(npgsql);
        }
    }

    /// <summary>Has the repositories of a host's own context write many new rows by COPY, past the change tracker: interceptors and events of <c>SaveChanges</c> do not see them.</summary>
    /// <param name="db">The options of the context, which name Npgsql as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseCopy(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new CopyWriter());
    }

    /// <summary>Has the repositories of a host's own context prepare the statements that read by id, once for each connection, as <c>UsePostgreSql</c> does.</summary>
    /// <param name="db">The options of the context, which name Npgsql as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePreparedReads(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Prepared);
    }
}
