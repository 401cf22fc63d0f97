using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Refuses databases that a newer version has migrated.</summary>
public static class MspCustomersDbContextOptionsExtensions
{
    /// <summary>
    /// Has a context refuse a database whose history names a migration that is newer than all that its assembly of migrations has, by an <see cref="InvalidOperationException"/> that names both,
    /// at the first connection, whether or not the process migrates. The ready-made context on SQLite and PostgreSQL does so by itself.
    /// </summary>
    /// <param name="db">The options of the context.</param>
    /// <returns>The options.</returns>
    /// <remarks>Several contexts that share one history table are told apart by nothing but the names of their migrations: give each a table of its own.</remarks>
    public static DbContextOptionsBuilder RefuseNewerDatabase(this DbContextOptionsBuilder db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AddInterceptors(new NewerDatabase());
    }
}
