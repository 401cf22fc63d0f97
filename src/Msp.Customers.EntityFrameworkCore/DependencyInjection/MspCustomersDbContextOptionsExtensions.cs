using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Configures contexts to refuse databases of a newer version.</summary>
public static class MspCustomersDbContextOptionsExtensions
{
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
