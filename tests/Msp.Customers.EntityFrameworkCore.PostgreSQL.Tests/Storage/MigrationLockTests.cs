using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Storage;

public sealed class MigrationLockTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    // Whoever migrates first is played by a lock of the same number.
    [ServerFact]
    public async Task A_host_waits_for_one_that_migrates_for_longer_than_a_statement_may_take()
    {
        await using var first = new NpgsqlConnection(database.Connection);
        await first.OpenAsync();
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_lock(7306924183520468391)", first);
        await hold.ExecuteNonQueryAsync();
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        options.UseMspCustomersPostgreSql(database.Connection + ";Command Timeout=1");
        await using var context = new MspCustomersContext(options.Options);

        var migrating = context.Database.MigrateAsync();
        (await Task.WhenAny(migrating, Task.Delay(TimeSpan.FromSeconds(3)))).Should().NotBe(migrating, "the lock is held");
        await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock(7306924183520468391)", first);
        await release.ExecuteNonQueryAsync();

        await migrating;
        (await context.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }
}
