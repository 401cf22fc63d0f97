using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Bulk;

public sealed class BulkTests : IDisposable
{
    private static readonly IClock Clock = FakeClock.FromUtc(2026, 3, 1);
    private readonly TestDatabase bulk = TestDatabase.WithTables();
    private readonly TestDatabase ordinary = TestDatabase.WithTables();
    private readonly CommandLog log = new();

    public void Dispose()
    {
        bulk.Dispose();
        ordinary.Dispose();
    }

    [Fact]
    public Task Bulk_inserts_store_the_same_rows_as_ordinary_inserts() =>
        Some.Customers(150)
            .SampleAsync(
                async customers =>
                {
                    using var inBulk = TestDatabase.WithTables();
                    using var oneByOne = TestDatabase.WithTables();
                    var entries = customers.SelectMany(Usage).ToList();
                    await StoreAsync(inBulk.Use);
                    await StoreAsync(oneByOne.UseOrdinary);
                    await AssertSameRowsAsync(inBulk, oneByOne);

                    async Task StoreAsync(Action<DbContextOptionsBuilder> use)
                    {
                        await using var context = Context(use);
                        await new DbContextPlanStore<MspCustomersContext>(context).AddRangeAsync(
                            customers.Select(c => c.ServicePlan).OfType<PlanId>().Distinct().Select(Some.PlanOf)
                        );
                        await new DbContextCustomerStore<MspCustomersContext>(context).AddRangeAsync(customers);
                        (await new DbContextUsageStore<MspCustomersContext>(context).AppendAsync(entries)).Should().BeTrue();
                    }
                },
                iter: 10,
                threads: 1
            );

    [Fact]
    public async Task Bulk_inserts_write_the_same_change_log_entries()
    {
        await using var inBulk = Bulk();
        await using var oneByOne = Context(ordinary.UseOrdinary);
        await Repository(inBulk).AddRangeAsync(Many(100));
        await Repository(oneByOne).AddRangeAsync(Many(100));
        await AssertSameRowsAsync(bulk, ordinary);
    }

    [Fact]
    public async Task Many_rows_are_stored_without_insert_statements()
    {
        await using var context = Bulk(log);
        await Repository(context).AddRangeAsync(Many(100));
        log.Texts.Where(t => t.Contains("INSERT", StringComparison.Ordinal)).Should().BeEmpty();
        (await context.Customers.CountAsync()).Should().Be(100);
    }

    [Fact]
    public async Task A_few_rows_are_stored_by_ordinary_insert_statements()
    {
        await using var context = Bulk(log);
        await Repository(context).AddRangeAsync(Many(2));
        log.Texts.Should().Contain(t => t.Contains("INSERT", StringComparison.Ordinal));
        (await context.Customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task No_customer_is_stored_when_one_organization_name_is_taken()
    {
        await using var context = Bulk();
        await Repository(context).AddAsync(Valid.Customer("Customer 70"));
        var many = Many(100);
        (await Repository(context).Awaiting(r => r.AddRangeAsync(many)).Should().ThrowAsync<ConcurrencyException>())
            .Which.Message.Should()
            .Contain(many[70].Id.Value);
        context.ChangeTracker.Entries().Should().BeEmpty();
        (await context.Customers.CountAsync()).Should().Be(1);
        many.Select(c => c.OriginalVersion).Should().OnlyContain(v => v == 0);
    }

    [Fact]
    public async Task No_usage_is_stored_when_one_key_is_taken()
    {
        await using var context = Bulk();
        var customer = await Repository(context).AddAsync(Valid.Customer());
        var store = new DbContextUsageStore<MspCustomersContext>(context);
        var entries = Enumerable.Range(0, 100).Select(n => Entry(customer, n)).ToList();
        (await store.AppendAsync(entries[60..61])).Should().BeTrue();
        (await store.AppendAsync(entries)).Should().BeFalse();
        (await store.FindAsync([.. entries.Select(e => new UsageKey(e.Customer, e.Key))])).Should().ContainSingle();
        entries.RemoveAt(60);
        (await store.AppendAsync(entries)).Should().BeTrue();
    }

    [Fact]
    public async Task Usage_of_a_customer_that_does_not_exist_is_refused()
    {
        await using var context = Bulk();
        var store = new DbContextUsageStore<MspCustomersContext>(context);
        (await store.AppendAsync([.. Enumerable.Range(0, 100).Select(n => Entry(Valid.Customer(), n))])).Should().BeFalse();
    }

    [Fact]
    public async Task A_transaction_of_the_host_continues_after_a_refused_bulk_insert()
    {
        await using var context = Bulk();
        await Repository(context).AddAsync(Valid.Customer("Customer 70"));
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await Repository(context).AddAsync(Valid.Customer("Southwind"));
            await Repository(context).Awaiting(r => r.AddRangeAsync(Many(100))).Should().ThrowAsync<ConcurrencyException>();
            await Repository(context).AddRangeAsync(Many(60));
            await transaction.CommitAsync();
        }

        (await context.Customers.CountAsync()).Should().Be(62);
    }

    [Fact]
    public async Task Pending_changes_of_the_host_are_saved_with_a_bulk_insert()
    {
        await using var context = Bulk();
        context.Add(Valid.Customer("Pending"));
        await Repository(context).AddRangeAsync(Many(100));
        context.ChangeTracker.Clear();
        (await context.Customers.CountAsync()).Should().Be(101);
    }

    [Fact]
    public async Task A_bulk_insert_writes_the_default_value_of_a_column_of_the_host()
    {
        using var database = TestDatabase.Empty();
        var options = new DbContextOptionsBuilder<NoteContext>();
        database.Use(options);
        await using var context = new NoteContext(options.Options);
        await context.Database.EnsureCreatedAsync();
        await new DbContextCustomerStore<NoteContext>(context).AddRangeAsync(Many(100));
        (await context.Customers.Select(c => EF.Property<string>(c, "Note")).Distinct().ToListAsync()).Should().Equal("none yet");
    }

    [Fact]
    public async Task A_cancelled_bulk_insert_stores_nothing()
    {
        await using var context = Bulk();
        using var cancelled = new CancellationTokenSource();
        var many = Many(100);
        await cancelled.CancelAsync();
        await Repository(context).Awaiting(r => r.AddRangeAsync(many, cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await context.Customers.CountAsync(CancellationToken.None)).Should().Be(0);
        await Repository(context).AddRangeAsync(many, CancellationToken.None);
        (await context.Customers.CountAsync(CancellationToken.None)).Should().Be(100);
    }

    private static DbContextCustomerStore<MspCustomersContext> Repository(MspCustomersContext context) =>
        new(context, changeContext: new ChangeContext(new BusinessCalendar(Clock)) { By = "Import", Reason = "Migration" });

    private static Customer[] Many(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(n =>
                {
                    var draft = Valid.Draft($"Customer {n}");
                    draft.Id = $"c-{n}";
                    return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
                }),
        ];

    private static IEnumerable<UsageEntry> Usage(Customer customer) => Enumerable.Range(0, 3).Select(n => Entry(customer, n));

    // Alternates between entries with and without an instant, a time limit and a sequence number.
    private static UsageEntry Entry(Customer customer, int number) =>
        new()
        {
            Customer = customer.Id,
            Key = $"{customer.Id} {number}",
            Kind = number % 2 == 0 ? UsageEntryKind.Usage : UsageEntryKind.Reservation,
            Date = Valid.Today.PlusDays(number),
            OccurredAt = number % 3 == 0 ? null : Clock.GetCurrentInstant(),
            Credits = Credits.FromMicros(number),
            Requested = Credits.Max,
            RecordedAt = Clock.GetCurrentInstant(),
            HeldUntil = number % 2 == 0 ? null : Clock.GetCurrentInstant(),
            Sequence = number % 2 == 0 ? null : number,
        };

    private static async Task AssertSameRowsAsync(TestDatabase left, TestDatabase right)
    {
        await using var one = Context(left.Use);
        await using var other = Context(right.Use);
        var rows = await TableRows.ReadAsync(one);
        rows.Values.Sum(r => r.Count).Should().BePositive();
        var others = await TableRows.ReadAsync(other);
        rows.Keys.Should().Equal(others.Keys);
        rows.Should().OnlyContain(t => t.Value.SequenceEqual(others[t.Key]));
    }

    private MspCustomersContext Bulk(params IInterceptor[] interceptors) => Context(bulk.Use, interceptors);

    private static MspCustomersContext Context(Action<DbContextOptionsBuilder> use, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        use(options);
        return new MspCustomersContext(options.AddInterceptors(interceptors).Options);
    }

    private sealed class NoteContext(DbContextOptions<NoteContext> options) : MspCustomersContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Customer>().Property<string>("Note").HasDefaultValue("none yet");
        }
    }
}
