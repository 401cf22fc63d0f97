using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// A dialect of a host, without a writer of sums.
public sealed class OwnDialectTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_sums_of_usage_are_kept_row_by_row()
    {
        await using var context = await ContextAsync();
        var store = new DbContextUsageStore<MspCustomersContext>(context);

        (await store.AppendAsync([New("c-1", "k-1", 1), New("c-2", "k-1", 2), New("c-1", "k-2", 3)])).Should().BeTrue();
        (await store.AppendAsync([New("c-1", "k-3", 4), New("c-1", "k-1", 5)])).Should().BeFalse("a key is taken");
        (await store.AppendAsync([.. Enumerable.Range(10, 30).Select(n => New("c-2", $"k-{n}", 1))])).Should().BeTrue();
        (await store.AppendAsync([New("c-9", "k-1", 5)])).Should().BeFalse("the customer does not exist");

        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
        (await store.ReadAsync(new CustomerId("c-1"))).Days.Single().Credits.Amount.Should().Be(4);
        (await store.ReadAsync(new CustomerId("c-2"))).Days.Single().Credits.Amount.Should().Be(32);
        context.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task A_conflict_is_recognized_by_the_dialect()
    {
        await using var context = await ContextAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var draft = Valid.Draft("Customer c-1");

        await customers
            .Awaiting(c => c.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)))
            .Should()
            .ThrowAsync<ConcurrencyException>();
    }

    private async Task<MspCustomersContext> ContextAsync()
    {
        var options = new DbContextOptionsBuilder();
        database.UseProvider(options);
        var context = new MspCustomersContext(options.UseDialect(new OwnDialect()).Options);
        await context.Database.EnsureCreatedAsync();
        foreach (var id in new[] { "c-1", "c-2" })
        {
            var draft = Valid.Draft($"Customer {id}");
            (draft.Id, draft.ServicePlan) = (id, null);
            draft.References.Clear();
            await new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(
                Customer.Register(draft, CustomerTerms.Default, Valid.Today)
            );
        }

        return context;
    }

    private static UsageEntry New(string customer, string key, int credits) =>
        new()
        {
            Customer = new CustomerId(customer),
            Key = key,
            Kind = UsageEntryKind.Usage,
            Date = Valid.Today,
            Credits = Credits.Of(credits),
            Requested = Credits.Of(credits),
            RecordedAt = Instant.FromUtc(2026, 3, 1, 12, 0),
        };

    private sealed class OwnDialect : DatabaseDialect
    {
        public override bool IsWriteConflict(DbException failure) => failure is SqliteException { SqliteErrorCode: 5 or 6 };

        public override bool IsUniqueViolation(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

        public override bool IsForeignKeyViolation(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: 787 };
    }
}
