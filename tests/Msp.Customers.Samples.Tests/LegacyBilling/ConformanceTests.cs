using Dapper;
using LegacyBilling;
using Microsoft.Data.Sqlite;
using Msp.Customers.ChangeLog;
using Msp.Customers.Testing;

namespace Msp.Customers.Samples.Tests.LegacyBilling;

public sealed class ConformanceTests
{
    public static TheoryData<string> Facts => [.. ConformanceFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task The_legacy_tables_are_sound(string fact)
    {
        await using var storage = new BillingFile();
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }

    private sealed class BillingFile : IDamageableStorageFixture
    {
        private readonly string file = Path.Combine(Path.GetTempPath(), $"legacy-kit-{Guid.NewGuid():N}.db");
        private readonly BillingDatabase database;
        private readonly Lazy<Task> created;

        public BillingFile()
        {
            database = new BillingDatabase(Connection);
            created = new Lazy<Task>(async () =>
            {
                await database.CreateAsync();
                await database.PrepareAsync();
            });
        }

        private string Connection => $"Data Source={file}";

        public async ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
        {
            await created.Value;
            var changeContext = new ChangeContext(new BusinessCalendar(new TestClock()));
            return new StorageSession(
                new ClientStore(database, msp, changeContext),
                new TariffStore(database, msp, changeContext),
                new MeterStore(database, msp),
                null,
                changeContext,
                new AuditTrail(database, msp)
            );
        }

        public ValueTask DamageCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
            WriteAsync("UPDATE CLIENT SET CLIENT_NAME = '' WHERE EXT_ID = @id", customer, cancellationToken);

        public ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken) =>
            WriteAsync("UPDATE AUDIT SET MEMBERS = 'no JSON' WHERE OBJECT_ID = @id", customer, cancellationToken);

        private async ValueTask WriteAsync(string sql, CustomerId customer, CancellationToken cancellationToken)
        {
            await using var connection = new SqliteConnection(Connection);
            await connection.ExecuteAsync(new CommandDefinition(sql, new { id = customer.Value }, cancellationToken: cancellationToken));
        }

        public ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(Connection))
            {
                SqliteConnection.ClearPool(connection);
            }

            File.Delete(file);
            return ValueTask.CompletedTask;
        }
    }
}
