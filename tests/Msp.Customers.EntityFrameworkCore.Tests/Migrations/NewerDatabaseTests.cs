using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.Migrations;

public sealed class NewerDatabaseTests : IDisposable
{
    private const string Newer = "29990101000000_MspCustomersNewer";
    private readonly TestDatabase database = TestDatabase.WithTables();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task F47_A_newer_database_is_refused_with_a_message_that_contains_both_versions()
    {
        await using (var today = Context())
        {
            await today.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ({Newer}, '11.0.0')");
        }

        await using var context = Context();
        var known = context.Database.GetMigrations().Last();
        var migrate = () => context.Database.MigrateAsync();
        var read = () => new DbContextCustomerStore<MspCustomersContext>(context).ListAsync();
        var write = () => new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(Valid.Customer());
        var migrateNow = () => context.Database.Migrate();

        foreach (Func<Task> open in new Func<Task>[] { migrate, read, write })
        {
            var refused = await open.Should().ThrowAsync<InvalidOperationException>();
            refused.Which.Message.Should().Contain(Newer).And.Contain(known);
        }

        migrateNow.Should().Throw<InvalidOperationException>().Which.Message.Should().Contain(Newer);
    }

    [Fact]
    public async Task F47_An_older_database_is_upgraded_and_a_database_without_a_history_is_accepted()
    {
        using var old = TestDatabase.Old();
        using var empty = TestDatabase.Empty();
        await using var upgraded = Context(old.Use);
        await using var made = Context(empty.Use);
        await upgraded.Database.MigrateAsync();
        await made.Database.EnsureCreatedAsync();

        (await new DbContextCustomerStore<MspCustomersContext>(upgraded).CountAsync()).Should().BePositive();
        (await new DbContextCustomerStore<MspCustomersContext>(made).CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task F47_Migrations_of_another_context_in_the_same_history_are_not_a_newer_version()
    {
        await using (var today = Context())
        {
            await today.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_AddInvoices', '11.0.0')");
        }

        await using var context = Context();
        await context.Database.MigrateAsync();

        (await new DbContextCustomerStore<MspCustomersContext>(context).CountAsync()).Should().Be(0);
        context
            .Database.GetMigrations()
            .Last()
            .Should()
            .Contain("_MspCustomers", "the name distinguishes the newest migration from those of other contexts");
    }

    private MspCustomersContext Context() => Context(database.Use);

    private static MspCustomersContext Context(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        use(options);
        return new MspCustomersContext(options.Options);
    }
}
