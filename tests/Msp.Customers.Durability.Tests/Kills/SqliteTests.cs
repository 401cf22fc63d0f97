using Microsoft.EntityFrameworkCore;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.Durability.Tests.Kills;

public sealed class SqliteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("msp-customers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_written_when_the_process_is_killed_20_times()
    {
        var connection = $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";
        await using (var context = new MspCustomersContext(new DbContextOptionsBuilder().UseMspCustomersSqlite(connection).Options))
        {
            await context.Database.EnsureCreatedAsync();
        }

        // The file is locked by the living only.
        await using var services = Host.Over(Host.Sqlite, connection);
        await Kill.TwentyTimesAsync(services, () => new WriterProcess(Host.Sqlite, connection), untilQuiet: () => Task.CompletedTask);
    }
}
