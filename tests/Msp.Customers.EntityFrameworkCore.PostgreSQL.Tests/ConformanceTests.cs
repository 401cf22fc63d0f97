using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Testing;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests;

public sealed class ConformanceTests(ConformanceTests.Database database) : IClassFixture<ConformanceTests.Database>
{
    public static TheoryData<string> Facts => [.. ConformanceFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Entity_Framework_Core_on_PostgreSQL_is_sound(string fact)
    {
        await using var storage = new ServerStorage(database);
        await ConformanceFacts.Named(fact).RunAsync(storage);
    }

    // One database for all facts, which run one after the other. Emptying it is faster than creating another.
    public sealed class Database : IDisposable
    {
        private readonly Lazy<TestDatabase> made = new(TestDatabase.WithTables);

        public MspCustomersContext Context()
        {
            var options = new DbContextOptionsBuilder<MspCustomersContext>();
            made.Value.Use(options);
            return new MspCustomersContext(options.Options);
        }

        public async Task EmptyAsync()
        {
            await using var context = Context();
            await context.Database.ExecuteSqlRawAsync(
                "DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') "
                    + "FROM pg_tables WHERE schemaname = 'public'); END $$"
            );
        }

        public void Dispose()
        {
            if (made.IsValueCreated)
            {
                made.Value.Dispose();
            }
        }
    }

    // Each session has a context of its own.
    private sealed class ServerStorage(Database database) : IDamageableStorageFixture
    {
        public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
        {
            var (context, changeContext) = (database.Context(), new ChangeContext(new BusinessCalendar(new TestClock())));
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
            await using var context = database.Context();
            await context.Database.ExecuteSqlAsync(
                $"""ALTER TABLE "Customers" DROP CONSTRAINT IF EXISTS "CK_Customers_AccountName_Text" """,
                cancellationToken
            );
            await context.Database.ExecuteSqlAsync(
                $"""UPDATE "Customers" SET "AccountName" = '' WHERE "Id" = {customer.Value}""",
                cancellationToken
            );
        }

        public async ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken)
        {
            await using var context = database.Context();
            await context.Database.ExecuteSqlAsync(
                $"""UPDATE "ChangeLog" SET "Members" = 'no JSON' WHERE "SubjectId" = {customer.Value}""",
                cancellationToken
            );
        }

        public async ValueTask DisposeAsync() => await database.EmptyAsync();
    }
}
