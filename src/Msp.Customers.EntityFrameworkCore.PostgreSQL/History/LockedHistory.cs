using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// Hosts that start at once migrate one after the other. The provider's own lock ends with each migration's transaction, and between two of them
// another host would begin with what the first still means to do; this one is held until all are done. A host that dies lets go of it with its connection.
#pragma warning disable EF1001 // The history has no other place for a lock.
internal sealed class LockedHistory(HistoryRepositoryDependencies dependencies) : NpgsqlHistoryRepository(dependencies)
{
    // No meaning; nobody else's number. Locks are of one database.
    private const long Number = 7_306_924_183_520_468_391;

    private readonly IRawSqlCommandBuilder sql = dependencies.RawSqlCommandBuilder;
    private readonly IRelationalConnection connection = dependencies.Connection;

    public override LockReleaseBehavior LockReleaseBehavior => LockReleaseBehavior.Connection;

    public override IMigrationsDatabaseLock AcquireDatabaseLock()
    {
        using var wait = new Wait(this);
        wait.Lock.ExecuteNonQuery(Parameters());
        return new Held(this);
    }

    public override async Task<IMigrationsDatabaseLock> AcquireDatabaseLockAsync(CancellationToken cancellationToken = default)
    {
        using var wait = new Wait(this);
        await wait.Lock.ExecuteNonQueryAsync(Parameters(), cancellationToken).ConfigureAwait(false);
        return new Held(this);
    }

    private RelationalCommandParameterObject Parameters() =>
        new(connection, null, null, Dependencies.CurrentContext.Context, Dependencies.CommandLogger);

    // Another host may take longer to migrate than any statement of this one is to take.
    private sealed class Wait : IDisposable
    {
        private const int NoLimit = 0;
        private readonly IRelationalConnection connection;
        private readonly int? limit;

        public Wait(LockedHistory history)
        {
            history.Dependencies.MigrationsLogger.AcquiringMigrationLock();
            Lock = history.sql.Build($"SELECT pg_advisory_lock({Number})");
            connection = history.connection;
            limit = connection.CommandTimeout;
            connection.CommandTimeout = NoLimit;
        }

        public IRelationalCommand Lock { get; }

        public void Dispose() => connection.CommandTimeout = limit;
    }

    private sealed class Held(LockedHistory history) : IMigrationsDatabaseLock
    {
        IHistoryRepository IMigrationsDatabaseLock.HistoryRepository => history;

        public void Dispose() => history.sql.Build($"SELECT pg_advisory_unlock({Number})").ExecuteNonQuery(history.Parameters());

        public async ValueTask DisposeAsync() =>
            await history
                .sql.Build($"SELECT pg_advisory_unlock({Number})")
                .ExecuteNonQueryAsync(history.Parameters())
                .ConfigureAwait(false);
    }
}
