using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Testing;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Races;

// Each statement is sent by itself, so that two writers can be made to wait for each other. As a rule the impatient one is rolled back; what holds, holds for either.
public sealed class DeadlockTests : IDisposable
{
    private const string Impatient = "500ms";
    private const string Patient = "5s";
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly Meeting meeting = new();

    public void Dispose() => database.Dispose();

    [ServerFact]
    public async Task Of_two_who_add_each_others_names_in_opposite_order_one_wins_and_the_other_is_told()
    {
        const string Insert = "INSERT INTO \"Customers\"";
        await using var one = Context(Patient, meeting.Before(Insert, occurrence: 2));
        await using var other = Context(Impatient, meeting.Before(Insert, occurrence: 2));

        var outcomes = await Task.WhenAll(
            IsSavedAsync(() => Customers(one).AddRangeAsync([Named("a-1", "First"), Named("a-2", "Second")])),
            IsSavedAsync(() => Customers(other).AddRangeAsync([Named("b-1", "Second"), Named("b-2", "First")]))
        );

        outcomes.Should().ContainSingle(won => won);
        meeting.Deadlocks.Should().Be(1);
        other.ChangeTracker.Entries().Concat(one.ChangeTracker.Entries()).Should().BeEmpty();
        (await Customers(one).ListAsync()).Select(c => c.Id.Value).Should().Equal(outcomes[0] ? ["a-1", "a-2"] : ["b-1", "b-2"]);
        (await new DbContextChangeLog<MspCustomersContext>(one).ListPendingAsync(9)).Should().HaveCount(2);
    }

    [ServerTheory]
    [InlineData(Impatient, Patient)]
    [InlineData(Patient, Impatient)]
    public async Task Of_two_who_change_one_customer_one_wins_and_the_other_is_told(string first, string second)
    {
        await AddAsync(Named("c-1", "First"));
        await using var renaming = Context(first, meeting.Before("UPDATE \"Customers\""));
        await using var adding = Context(second, meeting.Before("UPDATE \"CustomerContacts\""));

        var outcomes = await Task.WhenAll(
            SaveAsync(renaming, d => (d.OrganizationName, d.Contacts[0].Name) = ("Second", "Renamed Example")),
            SaveAsync(adding, d => d.Contacts[0].Name = "Changed Example", d => d.Quotas.Add(SampleData.Quota()))
        );

        outcomes.Should().ContainSingle(won => won);
        meeting.Deadlocks.Should().Be(1);
        var stored = (await Customers(adding).ListAsync()).Single();
        (stored.Version, stored.Account.OrganizationName, stored.Quotas.Count)
            .Should()
            .Be((2, outcomes[0] ? "Second" : "First", outcomes[0] ? 1 : 2));
        stored.Contacts[0].Name.Should().Be(outcomes[0] ? "Renamed Example" : "Changed Example");
    }

    [ServerTheory]
    [InlineData(Impatient, Patient)]
    [InlineData(Patient, Impatient)]
    public async Task Who_posts_is_never_told_of_a_deadlock_and_posts_once(string posting, string changing)
    {
        await AddAsync(Named("c-1", "First"), Named("c-2", "Second"));
        await using var services = Host.Over(db => Use(db, posting, meeting.Before("INSERT INTO \"UsageEntries\"", occurrence: 2)));
        await using var context = Context(changing, meeting.Before("UPDATE \"Customers\"", occurrence: 2));

        // In a transaction of the host's own, and in another order than that of a posting.
        var customers = await Customers(context).ListAsync();
        Rename(customers[0], "Third");
        Rename(customers[1], "Fourth");
        var changed = IsSavedAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await Customers(context).UpdateAsync(customers[1]);
            await Customers(context).UpdateAsync(customers[0]);
            await transaction.CommitAsync();
        });
        using var scope = services.CreateScope();
        var told = await scope
            .ServiceProvider.GetRequiredService<UsageLedger>()
            .PostAsync([SampleData.Usage(new("c-1")), SampleData.Usage(new("c-2"))]);

        told.Receipts.Should().HaveCount(2).And.OnlyContain(r => !r.IsReplay);
        var isChanged = await changed;
        (await Customers(context).ListAsync()).Should().OnlyContain(c => c.Version == (isChanged ? 2 : 1));
        meeting.Deadlocks.Should().Be(1);
        var usage = scope.ServiceProvider.GetRequiredService<IUsageStore>();
        (await usage.FindAsync([new(new("c-1"), "k-1"), new(new("c-2"), "k-1")])).Should().HaveCount(2);
    }

    [ServerFact]
    public async Task F44_Of_two_who_note_the_same_changes_in_opposite_order_one_is_told()
    {
        await AddAsync(Named("c-1", "First"), Named("c-2", "Second"));
        await using var one = Context(Patient, meeting.Before("nothing"));
        await using var other = Context(Impatient, meeting.Before("nothing"));
        var (ones, others) = (new DbContextChangeLog<MspCustomersContext>(one), new DbContextChangeLog<MspCustomersContext>(other));
        Guid[] waiting = [.. (await ones.ListPendingAsync(2)).Select(e => e.Id)];
        await using var first = await one.Database.BeginTransactionAsync();
        await using var second = await other.Database.BeginTransactionAsync();
        await ones.MarkDeliveredAsync(waiting[..1]);
        await others.MarkDeliveredAsync(waiting[1..]);

        var outcomes = await Task.WhenAll(
            IsSavedAsync(() => ones.MarkDeliveredAsync(waiting[1..])),
            IsSavedAsync(() => others.MarkDeliveredAsync(waiting[..1]))
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

    private void Use(DbContextOptionsBuilder db, string patience, IInterceptor interceptor) =>
        db.UseNpgsql($"{database.Connection};Options=-c deadlock_timeout={patience}", npgsql => npgsql.UseNodaTime().MaxBatchSize(1))
            .UsePostgreSqlDialect()
            .AddInterceptors(interceptor);

    private MspCustomersContext Context(string patience, IInterceptor interceptor)
    {
        var options = new DbContextOptionsBuilder();
        Use(options, patience, interceptor);
        return new MspCustomersContext(options.Options);
    }

    private async Task AddAsync(params Customer[] customers)
    {
        await using var context = Context(Patient, new Meeting().Before("nothing"));
        await Customers(context).AddRangeAsync(customers);
    }
}
