using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Calendars;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.Storage;
using Msp.Customers.Testing;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Races;

// Each statement is sent by itself, so that two writers can be made to wait for each other. The impatient one is rolled back.
public sealed class DeadlockTests : IDisposable
{
    private const string Impatient = "50ms";
    private const string Patient = "60s";
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly Meeting meeting = new();

    public void Dispose() => database.Dispose();

    [ServerFact]
    public async Task Of_two_who_add_each_others_names_in_opposite_order_one_wins_and_the_other_is_told()
    {
        const string Insert = "INSERT INTO \"Customers\"";
        await using var winner = Context(Patient, meeting.Before(Insert, occurrence: 2));
        await using var loser = Context(Impatient, meeting.Before(Insert, occurrence: 2));
        var won = Task.Run(() => Customers(winner).AddRangeAsync([Named("a-1", "First"), Named("a-2", "Second")]));

        await FluentActions.Awaiting(() => Customers(loser).AddRangeAsync([Named("b-1", "Second"), Named("b-2", "First")])).Should().ThrowAsync<ConcurrencyException>();

        await won;
        meeting.Deadlocks.Should().Be(1);
        loser.ChangeTracker.Entries().Should().BeEmpty();
        (await Customers(loser).ListAsync()).Select(c => c.Id.Value).Should().Equal("a-1", "a-2");
        (await new ContextChangeLog<MspCustomersContext>(loser).UndeliveredAsync(9)).Should().HaveCount(2);
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
            SaveAsync(adding, d => d.Contacts[0].Name = "Changed Example", d => d.Quotas.Add(Valid.Quota())));

        outcomes.Should().Equal(first == Patient, second == Patient);
        meeting.Deadlocks.Should().Be(1);
        var stored = (await Customers(adding).ListAsync()).Single();
        (stored.Version, stored.Account.OrganizationName, stored.Quotas.Count).Should().Be((2, first == Patient ? "Second" : "First", first == Patient ? 1 : 2));
        stored.Contacts[0].Name.Should().Be(first == Patient ? "Renamed Example" : "Changed Example");
    }

    [ServerTheory]
    [InlineData(Impatient, Patient)]
    [InlineData(Patient, Impatient)]
    public async Task Who_posts_is_never_told_of_a_deadlock_and_posts_once(string posting, string changing)
    {
        await AddAsync(Named("c-1", "First"), Named("c-2", "Second"));
        await using var services = Host.Over(db => Use(db, posting, meeting.Before("INSERT INTO \"UsageEntries\"", occurrence: 2)));
        await using var context = Context(changing, meeting.Before("UPDATE \"Customers\"", occurrence: 2));

        // The first takes the name of the second, which has to be given up before.
        var customers = await Customers(context).ListAsync();
        Rename(customers[0], "Second");
        Rename(customers[1], "Third");
        var changed = Task.Run(() => IsSavedAsync(Customers(context), customers));
        using var scope = services.CreateScope();
        var told = await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync([Valid.Usage(new("c-1")), Valid.Usage(new("c-2"))]);

        told.Receipts.Should().HaveCount(2).And.OnlyContain(r => !r.IsReplay);
        (await changed).Should().Be(changing == Patient);
        meeting.Deadlocks.Should().Be(1);
        var usage = scope.ServiceProvider.GetRequiredService<IUsageStore>();
        (await usage.FindAsync([new(new("c-1"), "k-1"), new(new("c-2"), "k-1")])).Should().HaveCount(2);
    }

    private static ContextCustomers<MspCustomersContext> Customers(MspCustomersContext context) =>
        new(context, null, new ChangeAuthor(new BusinessCalendar(new TestClock())));

    private static Customer Named(string id, string organization) => Valid.Customer(id, d => (d.Id, d.OrganizationName) = (id, organization));

    private static void Rename(Customer customer, string organization) => Edit(customer, d => d.OrganizationName = organization);

    private static void Edit(Customer customer, params Action<CustomerDraft>[] changes)
    {
        var draft = customer.ToDraft();
        Array.ForEach(changes, change => change(draft));
        customer.Edit(draft, Valid.Rules);
    }

    private static async Task<bool> SaveAsync(MspCustomersContext context, params Action<CustomerDraft>[] changes)
    {
        var customers = await Customers(context).ListAsync();
        customers.ForEach(c => Edit(c, changes));
        return await IsSavedAsync(Customers(context), customers);
    }

    private static async Task<bool> IsSavedAsync(ContextCustomers<MspCustomersContext> repository, List<Customer> customers)
    {
        try
        {
            await repository.UpdateRangeAsync(customers);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private void Use(DbContextOptionsBuilder db, string patience, IInterceptor interceptor) => db
        .UseNpgsql($"{database.Connection};Options=-c deadlock_timeout={patience}", npgsql => npgsql.UseNodaTime().MaxBatchSize(1))
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
