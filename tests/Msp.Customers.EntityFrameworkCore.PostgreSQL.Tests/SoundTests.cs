using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.Testing;
using Msp.Customers.Testing.Facts;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests;

public sealed class SoundTests
{
    public static TheoryData<string> Facts => [.. StorageFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Entity_Framework_Core_on_PostgreSQL_is_sound(string fact)
    {
        await using var storage = new ServerStorage();
        await StorageFacts.Named(fact).RunAsync(storage);
    }

    // A database of its own, which is dropped with it. Each opening has a context of its own.
    private sealed class ServerStorage : IStorageUnderTest
    {
        private readonly TestDatabase database = TestDatabase.WithTables();

        public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
        {
            var options = new DbContextOptionsBuilder<MspCustomersContext>();
            database.Use(options);
            var context = new MspCustomersContext(options.Options);
            return new(new StorageSession(
                new ContextCustomers<MspCustomersContext>(context, msp), new ContextPlans<MspCustomersContext>(context, msp), new ContextUsage<MspCustomersContext>(context, msp), context));
        }

        public ValueTask DisposeAsync()
        {
            database.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
