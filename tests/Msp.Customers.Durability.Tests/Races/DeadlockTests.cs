using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Testing;
using Msp.Customers.Usage;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Races;

// Each statement is sent separately, so that two writers can wait for each other. Usually the writer with the shorter timeout is rolled
// back. The assertions are true for either writer.
public sealed class DeadlockTests : IDisposable
{
    private const string ShortTimeout = "500ms";
    private const string LongTimeout = "5s";
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly StatementBarrier barrier = new();

    public void Dispose() => database.Dispose();

    [ServerFact]
    public async Task One_of_two_writers_that_add_the_same_names_in_opposite_order_gets_a_conflict()
    {
        const string Insert = "INSERT INTO \"Customers\"";
        await using var one = Context(LongTimeout, barrier.Before(Insert, occurrence: 2));
        await using var other = Context(ShortTimeout, barrier.Before(Insert, occurrence: 2));

        var outcomes = await Task.WhenAll(
            IsSavedAsync(() => Customers(one).AddRangeAsync([Named("a-1", "First"), Named("a-2", "Second")])),
            IsSavedAsync(() => Customers(other).AddRangeAsync([Named("b-1", "Second"), Named("b-2", "First")]))
        );

        outcomes.Should().ContainSingle(won => won);
        barrier.Deadlocks.Should().Be(1);
        other.ChangeTracker.Entries().Concat(one.ChangeTracker.Entries()).Should().BeEmpty();
        (await Customers(one).ListAsync()).Select(c => c.Id.Value).Should().Equal(outcomes[0] ? ["a-1", "a-2"] : ["b-1", "b-2"]);
        (await new DbContextChangeLog<MspCustomersContext>(one).ListPendingAsync(9)).Should().HaveCount(2);
    }

    [ServerTheory]
    [InlineData(ShortTimeout, LongTimeout)]
    [InlineData(LongTimeout, ShortTimeout)]
    public async Task One_of_two_writers_that_change_a_customer_in_a_deadlock_gets_a_conflict(string first, string second)
    {
        await AddAsync(Named("c-1", "First"));
        await using var renaming = Context(first, barrier.Before("UPDATE \"Customers\""));
        await using var adding = Context(second, barrier.Before("UPDATE \"CustomerContacts\""));

        var outcomes = await Task.WhenAll(
            SaveAsync(renaming, d => (d.OrganizationName, d.Contacts[0].Name) = ("Second", "Renamed Example")),
            SaveAsync(adding, d => d.Contacts[0].Name = "Changed Example", d => d.Quotas.Add(SampleData.Quota()))
        );

        outcomes.Should().ContainSingle(won => won);
        barrier.Deadlocks.Should().Be(1);
        var stored = (await Customers(adding).ListAsync()).Single();
        (stored.Version, stored.Account.OrganizationName, stored.Quotas.Count)
            .Should()
            .Be((2, outcomes[0] ? "Second" : "First", outcomes[0] ? 1 : 2));
        stored.Contacts[0].Name.Should().Be(outcomes[0] ? "Renamed Example" : "Changed Example");
    }

    [ServerTheory]
    [InlineData(ShortTimeout, LongTimeout)]
    [InlineData(LongTimeout, ShortTimeout)]
    public async Task A_posting_in_a_deadlock_succeeds_and_is_stored_once(string posting, string changing)
    {
        await AddAsync(Named("c-1", "First"), Named("c-2", "Second"));
        await using var services = Host.Over(db => Use(db, posting, barrier.Before("nothing")));
        await using var context = Context(changing, barrier.Before("nothing"));

        // In a transaction of the host, and in a different order than a posting.
        var customers = await Customers(context).ListAsync();
        Rename(customers[0], "Third");
        Rename(customers[1], "Fourth");
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var changed = IsSavedAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await Customers(context).UpdateAsync(customers[1]);
            second.SetResult();
            await WaitForLockAsync();
            await Customers(context).UpdateAsync(customers[0]);
            await transaction.CommitAsync();
        });
        await second.Task;
        using var scope = services.CreateScope();
        var result = await scope
            .ServiceProvider.GetRequiredService<UsageLedger>()
            .PostAsync([SampleData.Usage(new("c-1")), SampleData.Usage(new("c-2"))]);

        result.Should().HaveCount(2).And.OnlyContain(r => !r.IsReplay);
        var isChanged = await changed;
        (await Customers(context).ListAsync()).Should().OnlyContain(c => c.Version == (isChanged ? 2 : 1));
        barrier.Deadlocks.Should().Be(1);
        var usage = scope.ServiceProvider.GetRequiredService<IUsageStore>();
        (await usage.FindAsync([new(new("c-1"), "k-1"), new(new("c-2"), "k-1")])).Should().HaveCount(2);
    }

    [ServerFact]
    public async Task F44_One_of_two_writers_that_mark_the_same_entries_in_opposite_order_gets_a_conflict()
    {
        await AddAsync(Named("c-1", "First"), Named("c-2", "Second"));
        await using var one = Context(LongTimeout, barrier.Before("nothing"));
        await using var other = Context(ShortTimeout, barrier.Before("nothing"));
        var (ones, others) = (new DbContextChangeLog<MspCustomersContext>(one), new DbContextChangeLog<MspCustomersContext>(other));
        Guid[] pending = [.. (await ones.ListPendingAsync(2)).Select(e => e.Id)];
        await using var first = await one.Database.BeginTransactionAsync();
        await using var second = await other.Database.BeginTransactionAsync();
        await ones.MarkDeliveredAsync(pending[..1]);
        await others.MarkDeliveredAsync(pending[1..]);

        var outcomes = await Task.WhenAll(
            IsSavedAsync(() => ones.MarkDeliveredAsync(pending[1..])),
            IsSavedAsync(() => others.MarkDeliveredAsync(pending[..1]))
        );

        outcomes.Should().ContainSingle(won => won);
    }

    private static DbContextCustomerStore<MspCustomersContext> Customers(MspCustomersContext context) =>
        new(context, null, new ChangeContext(new BusinessCalendar(new TestClock())));

    private static Customer Named(string id, string organization) =>
        SampleData.Customer(id, d => (d.Id, d.OrganizationName) = (id, organization));

    private static void Rename(Customer customer, string organization) => Edit(customer, d => d.OrganizationName = organization);

    private static void Edit(Customer customer, params Action<CustomerDraft>[] changes)
    {
        var draft = customer.ToDraft();
        Array.ForEach(changes, change => change(draft));
        customer.Edit(draft, CustomerTerms.Default);
    }

    private static async Task<bool> SaveAsync(MspCustomersContext context, params Action<CustomerDraft>[] changes)
    {
        var customers = await Customers(context).ListAsync();
        customers.ForEach(c => Edit(c, changes));
        return await IsSavedAsync(() => Customers(context).UpdateRangeAsync(customers));
    }

    // Another connection waits for a lock.
    private async Task WaitForLockAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.Connection);
        await using var command = source.CreateCommand(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
        );
        while (await command.ExecuteScalarAsync() is not true)
        {
            await Task.Delay(10);
        }
    }

    private static async Task<bool> IsSavedAsync(Func<Task> save)
    {
        await Task.Yield();
        try
        {
            await save();
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private void Use(DbContextOptionsBuilder db, string timeout, IInterceptor interceptor) =>
        db.UseNpgsql($"{database.Connection};Options=-c deadlock_timeout={timeout}", npgsql => npgsql.UseNodaTime().MaxBatchSize(1))
            .UsePostgreSqlDialect()
            .AddInterceptors(interceptor);

    private MspCustomersContext Context(string timeout, IInterceptor interceptor)
    {
        var options = new DbContextOptionsBuilder();
        Use(options, timeout, interceptor);
        return new MspCustomersContext(options.Options);
    }

    private async Task AddAsync(params Customer[] customers)
    {
        await using var context = Context(LongTimeout, new StatementBarrier().Before("nothing"));
        await Customers(context).AddRangeAsync(customers);
    }
}
