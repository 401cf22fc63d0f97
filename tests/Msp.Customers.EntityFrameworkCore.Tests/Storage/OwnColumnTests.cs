using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Columns and relations that a host adds to the tables of customers and plans.
public sealed class OwnColumnTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();
    private readonly ServiceProvider services;

    public OwnColumnTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddDbContext<OwnContext>(database.Use);
        collection.AddMspCustomers().UseDbContext<OwnContext>().AddUsage();
        services = collection.BuildServiceProvider(validateScopes: true);
        using var scope = services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<OwnContext>();
        context.Database.EnsureCreated();
        context.AddRange(new Desk { Id = 1 }, new Desk { Id = 2 });
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
    public async Task F05_Columns_of_the_host_are_stored_by_every_path(string path)
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
            context.Entry(customer).Property("DeskId").CurrentValue = 2;
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

        (await OwnAsync(customer)).Should().Be(("Jo", 2));
        using var last = services.CreateScope();
        var stored = (await CustomersOf(last).GetByIdAsync(customer.Id))!;
        stored.Version.Should().Be(customer.Version);
        await CustomersOf(last).DeleteAsync(await ClosedAsync(last, stored));
        (await ContextOf(last).Set<Customer>().AnyAsync(c => c.Id == customer.Id)).Should().BeFalse();
    }

    [Fact]
    public async Task F05_What_the_host_leaves_alone_stays_and_what_it_empties_is_emptied()
    {
        var customer = Valid.Customer();
        using (var scope = services.CreateScope())
        {
            ContextOf(scope).Entry(customer).Property("AccountManager").CurrentValue = "Jo";
            ContextOf(scope).Entry(customer).Property("DeskId").CurrentValue = 1;
            await CustomersOf(scope).AddAsync(customer);
        }

        using (var scope = services.CreateScope())
        {
            var read = (await CustomersOf(scope).GetByIdAsync(customer.Id))!;
            var draft = read.ToDraft();
            draft.AccountName = "Contoso";
            await CustomersOf(scope).EditAsync(read, draft);
        }

        (await OwnAsync(customer)).Should().Be(("Jo", 1));
        using (var scope = services.CreateScope())
        {
            var read = (await CustomersOf(scope).GetByIdAsync(customer.Id))!;
            ContextOf(scope).Entry(read).Property("AccountManager").CurrentValue = null;
            await CustomersOf(scope).UpdateAsync(read);
        }

        (await OwnAsync(customer)).Should().Be((null, 1));
    }

    [Fact]
    public async Task F05_Of_two_that_change_a_column_of_the_host_one_is_refused()
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
        (await OwnAsync(customer)).AccountManager.Should().Be("Ada");
    }

    [Fact]
    public async Task F05_A_column_of_the_host_beside_the_account_outlives_a_new_name()
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
    public async Task F05_Columns_of_the_host_are_stored_with_plans_too()
    {
        using var scope = services.CreateScope();
        var plans = scope.ServiceProvider.GetRequiredService<PlanRepository>();
        var plan = Valid.Plan();
        await plans.AddAsync(plan);
        ContextOf(scope).Entry(plan).Property("Colour").CurrentValue = "gold";
        await plans.UpdateAsync(plan);

        (await ContextOf(scope).Set<ServicePlan>().Select(p => EF.Property<string>(p, "Colour")).SingleAsync()).Should().Be("gold");
    }

    private static OwnContext ContextOf(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<OwnContext>();

    private static CustomerRepository CustomersOf(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<CustomerRepository>();

    private async Task<(string? AccountManager, int? Desk)> OwnAsync(Customer customer)
    {
        using var scope = services.CreateScope();
        var row = await ContextOf(scope)
            .Set<Customer>()
            .Where(c => c.Id == customer.Id)
            .Select(c => new { Manager = EF.Property<string?>(c, "AccountManager"), Desk = EF.Property<int?>(c, "DeskId") })
            .SingleAsync();
        return (row.Manager, row.Desk);
    }

    // As one whose time of retention is over.
    private static async Task<Customer> ClosedAsync(IServiceScope scope, Customer stored)
    {
        await ContextOf(scope)
            .Database.ExecuteSqlRawAsync("UPDATE \"Customers\" SET \"ClosedOn\" = '2020-01-01', \"RetentionDate\" = '2020-02-01'");
        ContextOf(scope).ChangeTracker.Clear();
        return (await CustomersOf(scope).GetByIdAsync(stored.Id))!;
    }

    private sealed class Desk
    {
        public int Id { get; set; }
    }

    private sealed class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyMspCustomers();
            modelBuilder.Entity<Desk>().Property(d => d.Id).ValueGeneratedNever();
            modelBuilder.Entity<Customer>().Property<string?>("AccountManager");
            modelBuilder.Entity<Customer>().Property<int?>("DeskId");
            modelBuilder.Entity<Customer>().HasOne<Desk>().WithMany().HasForeignKey("DeskId");
            modelBuilder.Entity<Customer>().OwnsOne(c => c.Account).Property<string?>("TaxNumber").HasColumnName("TaxNumber");
            modelBuilder.Entity<ServicePlan>().Property<string?>("Colour");
        }
    }
}
