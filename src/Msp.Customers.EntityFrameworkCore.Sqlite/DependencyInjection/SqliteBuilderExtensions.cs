using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SQLite as the storage.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Stores customers, plans and usage on SQLite in the ready-made context.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="connection">The connection string, such as <c>Data Source=customers.db</c>.</param>
    /// <param name="configure">Sets further options of the provider; null for none.</param>
    /// <param name="secureDelete">Whether deleted data is overwritten in the file; true by default.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// <c>MigrateMspCustomersAsync</c> creates the tables of <see cref="MspCustomersContext"/> and upgrades them later. Hosts that
    /// start at the same time migrate one after the other. Leave <paramref name="secureDelete"/> true for personal data. With false, SQLite
    /// writes less, and deleted data stays in free pages of the file.
    /// </remarks>
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
}
