using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Storage;

public sealed class MigrationLockTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    // A lock with the same number simulates the other migration.
    [ServerFact]
    public async Task A_migration_waits_for_another_migration_longer_than_the_command_timeout()
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
