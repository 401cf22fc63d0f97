using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// The bytes of the file, and waiting for its lock.
public sealed class FileTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"msp-customers-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F46_A_deleted_customer_is_in_the_bytes_of_the_file_only_without_secure_delete(bool secureDelete)
    {
        await using var context = Context($"Data Source={file}", secureDelete);
        await context.Database.MigrateAsync();
        var changeContext = new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)));
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, changeContext: changeContext);
        var draft = Valid.Draft("Verysecret");
        draft.Contacts[0].Name = "Nobodyelse";
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await customers.AddAsync(customer);
        await customers.AddAsync(Valid.Customer("Southwind"));
        await CheckpointAsync(context);
        Bytes().Should().Contain("Verysecret").And.Contain("Nobodyelse");

        await customers.DeleteAsync(customer);
        await CheckpointAsync(context);

        var isLeft =
            Bytes() is var bytes
            && (bytes.Contains("Verysecret", StringComparison.OrdinalIgnoreCase) || bytes.Contains("Nobodyelse", StringComparison.Ordinal));
        isLeft.Should().Be(!secureDelete);
        bytes.Should().Contain("Southwind");
    }

    [Fact]
    public async Task F45_A_cancelled_save_that_waits_for_the_lock_ends_at_its_timeout()
    {
        await using (var context = Context($"Data Source={file}"))
        {
            await context.Database.MigrateAsync();
        }

        await using var other = new SqliteConnection($"Data Source={file}");
        await other.OpenAsync();
        await using var locked = other.BeginTransaction(deferred: false);

        // The call that requests the lock cannot be cancelled. The timeout of the connection string ends it.
        await using var waiting = Context($"Data Source={file};Default Timeout=1");
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        var save = () => new DbContextCustomerStore<MspCustomersContext>(waiting).AddAsync(Valid.Customer(), cancelled.Token);

        await save.Should().ThrowAsync<Exception>();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "the timeout is one second instead of thirty");
        await locked.RollbackAsync();
        await using var after = Context($"Data Source={file}");
        (await new DbContextCustomerStore<MspCustomersContext>(after).CountAsync()).Should().Be(0);
    }

    private static MspCustomersContext Context(string connection, bool secureDelete = true) =>
        new(new DbContextOptionsBuilder<MspCustomersContext>().UseMspCustomersSqlite(connection, secureDelete: secureDelete).Options);

    private static Task CheckpointAsync(MspCustomersContext context) =>
        context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    private string Bytes()
    {
        var all = new StringBuilder();
        foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
