using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Msp.Customers.ChangeLog;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.Testing.Tests.Stores;

// The package for SQLite, with its migrations and its faster path for many rows, on a temporary file. Each session has its own context.
internal sealed class SqliteFile : IDamageableStorageFixture, IDisposable
{
    // Created once and copied, which is faster.
    private static readonly Lazy<byte[]> EmptyDatabase = new(CreateDatabase);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"msp-customers-kit-{Guid.NewGuid():N}.db");

    public SqliteFile(bool isEmpty = false)
    {
        if (!isEmpty)
        {
            File.WriteAllBytes(file, EmptyDatabase.Value);
        }
    }

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
    {
        var context = Context();
        var changeContext = new ChangeContext(new BusinessCalendar(new TestClock()));
        return new(
            new StorageSession(
                new DbContextCustomerStore<MspCustomersContext>(context, msp, changeContext),
                new DbContextPlanStore<MspCustomersContext>(context, msp, changeContext),
                new DbContextUsageStore<MspCustomersContext>(context, msp),
                context,
                changeContext,
                new DbContextChangeLog<MspCustomersContext>(context, msp)
            )
        );
    }

    public async ValueTask DamageCustomerAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await using var context = Context();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"PRAGMA ignore_check_constraints = ON", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""UPDATE "Customers" SET "AccountName" = '' WHERE "Id" = {customer.Value}""",
            cancellationToken
        );
        await context.Database.ExecuteSqlAsync($"PRAGMA ignore_check_constraints = OFF", cancellationToken);
    }

    public async ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await using var context = Context();
        await context.Database.ExecuteSqlAsync(
            $"""UPDATE "ChangeLog" SET "Members" = 'no JSON' WHERE "SubjectId" = {customer.Value}""",
            cancellationToken
        );
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    private static byte[] CreateDatabase()
    {
        using var empty = new SqliteFile(isEmpty: true);
        using (var context = empty.Context())
        {
            context.Database.Migrate();

            // Moves the write-ahead log into the file.
            context.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return File.ReadAllBytes(empty.file);
    }

    private MspCustomersContext Context()
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        options.UseMspCustomersSqlite($"Data Source={file}").AddInterceptors(UnsynchronizedWrites.Instance);
        return new MspCustomersContext(options.Options);
    }

    // The facts do not need durability after a power failure.
    private sealed class UnsynchronizedWrites : DbConnectionInterceptor
    {
        public static readonly UnsynchronizedWrites Instance = new();

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
