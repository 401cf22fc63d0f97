using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses PostgreSQL as the storage.</summary>
public static class PostgreSqlBuilderExtensions
{
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
}
