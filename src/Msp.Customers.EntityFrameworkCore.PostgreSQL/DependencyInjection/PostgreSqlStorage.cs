using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Bulk;
using Msp.Customers.EntityFrameworkCore.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.PostgreSQL.Bulk;
using Msp.Customers.EntityFrameworkCore.PostgreSQL.History;
using Msp.Customers.EntityFrameworkCore.PostgreSQL.Storage;
using Msp.Customers.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.DependencyInjection;

/// <summary>Chooses PostgreSQL as the storage.</summary>
public static class PostgreSqlStorage
{
    private static readonly PreparedReads Prepared = new();

    /// <summary>Keeps customers, plans and usage in the ready-made context on PostgreSQL. Its tables are made, and later brought up to date, by <c>context.Database.MigrateAsync()</c> of <see cref="MspCustomersContext"/>; hosts that start at once migrate one after the other.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers, such as <c>EnableRetryOnFailure</c>; nothing when omitted.</param>
    /// <param name="prepareReads">Whether the statements that read by id are prepared, which halves the time of a page of customers; true by default. False where connections are shared in a way that loses them: by a pooler such as PgBouncer before 1.21, or by <c>Multiplexing</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UsePostgreSql(
        this MspCustomersBuilder builder,
        string connection,
        Action<NpgsqlDbContextOptionsBuilder>? configure = null,
        bool prepareReads = true
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return builder.UseEntityFrameworkCore(db => db.UseMspCustomersPostgreSql(connection, configure, prepareReads));
    }

    /// <summary>The options of the ready-made context on PostgreSQL, for a context that is made without the container.</summary>
    /// <param name="db">The options.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets what else the provider offers; nothing when omitted.</param>
    /// <param name="prepareReads">Whether the statements that read by id are prepared, as by <see cref="UsePostgreSql"/>.</param>
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
            npgsql.UseNodaTime().MigrationsAssembly(typeof(PostgreSqlStorage).Assembly.GetName().Name);
            configure?.Invoke(npgsql);
        }
    }

    /// <summary>Has the repositories of a host's own context write many new rows by COPY: <see cref="RowWriterOptions.UseRowWriter"/> says what that leaves out.</summary>
    /// <param name="db">The options of the context, which name Npgsql as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseCopy(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.UseRowWriter(new CopyWriter());
    }

    /// <summary>Has the repositories of a host's own context prepare the statements that read by id, once for each connection, as <see cref="UsePostgreSql"/> does.</summary>
    /// <param name="db">The options of the context, which name Npgsql as its provider.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UsePreparedReads(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(Prepared);
    }
}
