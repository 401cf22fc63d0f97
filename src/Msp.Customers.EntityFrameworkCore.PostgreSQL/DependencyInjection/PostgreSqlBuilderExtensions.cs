using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers PostgreSQL as the storage.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Stores customers, plans and usage on PostgreSQL in the ready-made context.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="configure">Sets further options of the provider, such as <c>EnableRetryOnFailure</c>; null for none.</param>
    /// <param name="prepareReads">Whether the statements that read by id are prepared; true by default.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// <c>MigrateMspCustomersAsync</c> creates the tables of <see cref="MspCustomersContext"/> and upgrades them later. Hosts that
    /// start at the same time migrate one after the other. Prepared statements halve the time of a page of customers. Pass false for
    /// <paramref name="prepareReads"/> when connections are shared in a way that loses prepared statements, such as by PgBouncer before
    /// version 1.21 or by <c>Multiplexing</c>.
    /// </remarks>
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
