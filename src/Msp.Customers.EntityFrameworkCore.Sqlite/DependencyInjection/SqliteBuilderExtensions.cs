using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses SQLite as the storage.</summary>
public static class SqliteBuilderExtensions
{
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
}
