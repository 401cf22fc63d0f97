using Microsoft.EntityFrameworkCore;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.Durability.Tests.Kills;

public sealed class SqliteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("msp-customers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_save_is_stored_completely_or_not_at_all_when_the_process_is_killed_20_times()
    {
        var connection = $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";
        await using (var context = new MspCustomersContext(new DbContextOptionsBuilder().UseMspCustomersSqlite(connection).Options))
        {
            await context.Database.EnsureCreatedAsync();
        }

        // A killed process holds no lock of the file.
        await using var services = Host.Over(Host.Sqlite, connection);
        await KillTest.RunAsync(services, () => new WriterProcess(Host.Sqlite, connection), waitUntilIdle: () => Task.CompletedTask);
    }
}
