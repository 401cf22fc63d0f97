using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Columns and relations that a host adds to the tables of customers and plans.
public sealed class HostColumnTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();
    private readonly ServiceProvider services;

    public HostColumnTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddDbContext<HostContext>(database.Use);
        collection.AddMspCustomers().UseDbContext<HostContext>().AddUsage();
        services = collection.BuildServiceProvider(validateScopes: true);
        using var scope = services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<HostContext>();
        context.Database.EnsureCreated();
        context.AddRange(new Team { Id = 1 }, new Team { Id = 2 });
        context.SaveChanges();
    }

    public void Dispose()
    {
        services.Dispose();
        database.Dispose();
    }

    [Theory]
    [InlineData("update")]
    [InlineData("update unchanged")]
    [InlineData("update range")]
    [InlineData("save")]
    [InlineData("edit")]
    [InlineData("add")]
    [InlineData("add and edit")]
    [InlineData("add range")]
    public async Task F05_Columns_of_the_host_are_stored_by_every_method(string path)
    {
        Customer customer;
        using (var first = services.CreateScope())
        {
            customer = Valid.Customer();
            await CustomersOf(first).AddAsync(customer);
        }

        using (var scope = services.CreateScope())
        {
            var (context, customers) = (ContextOf(scope), CustomersOf(scope));
            var isNew = path.StartsWith("add", StringComparison.Ordinal);
            customer = isNew ? Valid.Customer("Fabrikam") : (await customers.GetByIdAsync(customer.Id))!;
            context.Entry(customer).Property("AccountManager").CurrentValue = "Jo";
            context.Entry(customer).Property("TeamId").CurrentValue = 2;
            if (!isNew && path != "edit" && path != "update unchanged")
            {
                customer.Suspend(SuspensionReason.Other, Valid.Today);
            }

            var draft = customer.ToDraft();
            draft.AccountName = "Contoso";
            await (
                path switch
                {
                    "save" => (Task)customers.SaveAsync(customer),
                    "edit" => customers.EditAsync(customer, draft),
                    "add" => customers.AddAsync(customer),
                    "add and edit" => customers.EditAsync(customer, draft),
                    "add range" => customers.AddRangeAsync([
                        customer,
                        .. Enumerable.Range(0, 40).Select(n => Valid.Customer($"Further {n}")),
                    ]),
                    "update range" => customers.UpdateRangeAsync([customer]),
                    _ => customers.UpdateAsync(customer),
                }
            );
        }

        (await HostColumnsAsync(customer)).Should().Be(("Jo", 2));
        using var last = services.CreateScope();
        var stored = (await CustomersOf(last).GetByIdAsync(customer.Id))!;
        stored.Version.Should().Be(customer.Version);
        await CustomersOf(last).DeleteAsync(await ClosedAsync(last, stored));
        (await ContextOf(last).Set<Customer>().AnyAsync(c => c.Id == customer.Id)).Should().BeFalse();
    }

    [Fact]
    public async Task F05_Unchanged_columns_of_the_host_are_kept_and_cleared_columns_are_cleared()
    {
        var customer = Valid.Customer();
        using (var scope = services.CreateScope())
        {
            ContextOf(scope).Entry(customer).Property("AccountManager").CurrentValue = "Jo";
            ContextOf(scope).Entry(customer).Property("TeamId").CurrentValue = 1;
            await CustomersOf(scope).AddAsync(customer);
        }

        using (var scope = services.CreateScope())
        {
            var read = (await CustomersOf(scope).GetByIdAsync(customer.Id))!;
            var draft = read.ToDraft();
            draft.AccountName = "Contoso";
            await CustomersOf(scope).EditAsync(read, draft);
        }

        (await HostColumnsAsync(customer)).Should().Be(("Jo", 1));
        using (var scope = services.CreateScope())
        {
            var read = (await CustomersOf(scope).GetByIdAsync(customer.Id))!;
            ContextOf(scope).Entry(read).Property("AccountManager").CurrentValue = null;
            await CustomersOf(scope).UpdateAsync(read);
        }

        (await HostColumnsAsync(customer)).Should().Be((null, 1));
    }

    [Fact]
    public async Task F05_Two_writers_that_change_a_column_of_the_host_conflict()
    {
        var customer = Valid.Customer();
        using var scope = services.CreateScope();
        await CustomersOf(scope).AddAsync(customer);
        using var other = services.CreateScope();
        var theirs = (await CustomersOf(other).GetByIdAsync(customer.Id))!;
        ContextOf(other).Entry(theirs).Property("AccountManager").CurrentValue = "Ada";
        await CustomersOf(other).UpdateAsync(theirs);

        ContextOf(scope).Entry(customer).Property("AccountManager").CurrentValue = "Jo";
        var late = () => CustomersOf(scope).UpdateAsync(customer);

        await late.Should().ThrowAsync<ConcurrencyException>();
        (await HostColumnsAsync(customer)).AccountManager.Should().Be("Ada");
    }

    [Fact]
    public async Task F05_A_column_of_the_host_in_the_account_is_kept_when_the_name_changes()
    {
        var customer = Valid.Customer();
        using var scope = services.CreateScope();
        await CustomersOf(scope).AddAsync(customer);
        await ContextOf(scope).Database.ExecuteSqlRawAsync("UPDATE \"Customers\" SET \"TaxNumber\" = 'DE1'");
        var draft = customer.ToDraft();
        draft.AccountName = "Contoso";
        await CustomersOf(scope).EditAsync(customer, draft);

        (await ContextOf(scope).Set<Customer>().Select(c => EF.Property<string>(c.Account, "TaxNumber")).SingleAsync()).Should().Be("DE1");
    }

    [Fact]
    public async Task F05_Columns_of_the_host_are_stored_with_plans()
    {
        using var scope = services.CreateScope();
        var plans = scope.ServiceProvider.GetRequiredService<PlanRepository>();
        var plan = Valid.Plan();
        await plans.AddAsync(plan);
        ContextOf(scope).Entry(plan).Property("Colour").CurrentValue = "gold";
        await plans.UpdateAsync(plan);

        (await ContextOf(scope).Set<ServicePlan>().Select(p => EF.Property<string>(p, "Colour")).SingleAsync()).Should().Be("gold");
    }

    private static HostContext ContextOf(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<HostContext>();

    private static CustomerRepository CustomersOf(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<CustomerRepository>();

    private async Task<(string? AccountManager, int? Team)> HostColumnsAsync(Customer customer)
    {
        using var scope = services.CreateScope();
        var row = await ContextOf(scope)
            .Set<Customer>()
            .Where(c => c.Id == customer.Id)
            .Select(c => new { Manager = EF.Property<string?>(c, "AccountManager"), Team = EF.Property<int?>(c, "TeamId") })
            .SingleAsync();
        return (row.Manager, row.Team);
    }

    // Sets a retention date in the past, so that the customer can be deleted.
    private static async Task<Customer> ClosedAsync(IServiceScope scope, Customer stored)
    {
        await ContextOf(scope)
            .Database.ExecuteSqlRawAsync("UPDATE \"Customers\" SET \"ClosedOn\" = '2020-01-01', \"RetentionDate\" = '2020-02-01'");
        ContextOf(scope).ChangeTracker.Clear();
        return (await CustomersOf(scope).GetByIdAsync(stored.Id))!;
    }

    private sealed class Team
    {
        public int Id { get; set; }
    }

    private sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyMspCustomers();
            modelBuilder.Entity<Team>().Property(d => d.Id).ValueGeneratedNever();
            modelBuilder.Entity<Customer>().Property<string?>("AccountManager");
            modelBuilder.Entity<Customer>().Property<int?>("TeamId");
            modelBuilder.Entity<Customer>().HasOne<Team>().WithMany().HasForeignKey("TeamId");
            modelBuilder.Entity<Customer>().OwnsOne(c => c.Account).Property<string?>("TaxNumber").HasColumnName("TaxNumber");
            modelBuilder.Entity<ServicePlan>().Property<string?>("Colour");
        }
    }
}
