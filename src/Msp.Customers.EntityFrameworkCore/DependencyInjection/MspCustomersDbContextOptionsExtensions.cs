using Microsoft.EntityFrameworkCore.Infrastructure;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Configures the options of contexts.</summary>
public static class MspCustomersDbContextOptionsExtensions
{
    /// <summary>Sets the dialect of the database of a context, for the stores and for the mapping of <c>ApplyMspCustomers</c>.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="dialect">The dialect.</param>
    /// <returns>The options.</returns>
    /// <remarks>
    /// For SQLite and PostgreSQL, call <c>UseSqliteDialect</c> and <c>UsePostgreSqlDialect</c> of their packages instead. The ready-made
    /// context on these databases has its dialect without this call.
    /// </remarks>
    public static DbContextOptionsBuilder UseDialect(this DbContextOptionsBuilder db, DatabaseDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(dialect);
        ((IDbContextOptionsBuilderInfrastructure)db).AddOrUpdateExtension(new DialectExtension(dialect));
        return db;
    }

    /// <summary>Configures a context to refuse a database that a newer version of the library has migrated.</summary>
    /// <param name="db">The options of the context.</param>
    /// <returns>The options.</returns>
    /// <remarks>
    /// At the first connection, the context compares the newest migration in the history of the database with the newest migration of its
    /// assembly. When the one in the database is newer, the context throws an <see cref="InvalidOperationException"/> that names both,
    /// whether or not the process migrates. The ready-made context on SQLite and PostgreSQL does so without this call. Contexts that share
    /// one history table are distinguished only by the names of their migrations; give each context its own history table.
    /// </remarks>
    public static DbContextOptionsBuilder RefuseNewerDatabase(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(new NewerDatabase());
    }
}
