using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// Makes hosts that start at the same time migrate one after the other. The lock of the provider ends with the transaction of each
// migration, so that another host could start between two migrations. This lock is held until all migrations are applied. The server
// releases it when the connection of a host is lost.
#pragma warning disable EF1001 // No public API replaces the lock of the migration history.
internal sealed class LockedHistory(HistoryRepositoryDependencies dependencies) : NpgsqlHistoryRepository(dependencies)
{
    // An arbitrary number that other applications are unlikely to use. Advisory locks are local to a database.
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

    // Waiting for another host's migrations can take longer than the command timeout of this host.
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
