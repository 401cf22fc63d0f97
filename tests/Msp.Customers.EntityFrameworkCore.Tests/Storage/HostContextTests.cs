using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// A host's own context, with entities, tables and columns of its own choice.
public sealed class HostContextTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;
    private readonly HostContext context;

    public HostContextTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddDbContext<HostContext>(database.Use);
        collection.AddMspCustomers(o => o.Rules.SetSeverity("organization-name.duplicate", Severity.Warning)).UseDbContext<HostContext>();
        services = collection.BuildServiceProvider(validateScopes: true);
        scope = services.CreateScope();
        context = scope.ServiceProvider.GetRequiredService<HostContext>();
        context.Database.EnsureCreated();
    }

    private IRepositoryBase<Customer> Customers => scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task Tables_and_columns_have_the_names_that_the_host_chooses()
    {
        var customer = await Customers.AddAsync(Valid.Customer());
        (await context.Database.SqlQuery<string>($"SELECT customer_id AS \"Value\" FROM msp_customers").SingleAsync())
            .Should()
            .Be(customer.Id.Value);
        (await context.Database.SqlQuery<string>($"SELECT CAST(ends_on AS text) AS \"Value\" FROM msp_quotas").SingleAsync())
            .Should()
            .Be("2026-03-30");
        (await Customers.ListAsync(new CustomersMatching(new CustomerFilter { QuotaInForceOn = Valid.Today })))
            .Should()
            .ContainSingle()
            .Which.ToSnapshot()
            .Should()
            .BeEquivalentTo(customer.ToSnapshot());
    }

    [Fact]
    public async Task Customers_can_share_an_organization_name_when_the_host_allows_it()
    {
        await Customers.AddAsync(Valid.Customer());
        var draft = Valid.Draft("Southwind");
        draft.OrganizationName = "Northwind Traders";
        await Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        (await Customers.CountAsync(new CustomersMatching(new CustomerFilter { Name = "northwind traders" }))).Should().Be(2);
    }

    [Fact]
    public async Task Pending_changes_of_the_host_are_saved_with_a_customer()
    {
        context.Add(new Invoice { Number = "I-1" });
        await Customers.AddAsync(Valid.Customer());
        context.ChangeTracker.Entries().Should().ContainSingle().Which.State.Should().Be(EntityState.Unchanged);
        (await context.Invoices.AsNoTracking().CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Pending_changes_of_the_host_stay_pending_when_a_customer_is_refused()
    {
        var customer = await Customers.AddAsync(Valid.Customer());
        context.Add(new Invoice { Number = "I-1" });
        var stored = new DbContextCustomerStore<HostContext>(context);
        await stored.Awaiting(s => s.AddAsync(customer)).Should().ThrowAsync<ConcurrencyException>();
        context.ChangeTracker.Entries().Should().ContainSingle().Which.State.Should().Be(EntityState.Added);
        (await context.Invoices.AsNoTracking().CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_transaction_of_the_host_continues_after_a_refused_customer()
    {
        var customer = await Customers.AddAsync(Valid.Customer());
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            context.Add(new Invoice { Number = "I-1" });
            await context.SaveChangesAsync();
            await new DbContextCustomerStore<HostContext>(context)
                .Awaiting(s => s.AddAsync(customer))
                .Should()
                .ThrowAsync<ConcurrencyException>();
            await Customers.AddAsync(Valid.Customer("Southwind"));
            await transaction.CommitAsync();
        }

        (await Customers.CountAsync()).Should().Be(2);
        (await context.Invoices.AsNoTracking().CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Columns_that_the_host_renames_have_checks_when_the_host_adds_them()
    {
        await Customers.AddAsync(Valid.Customer());
        (
            await context
                .Awaiting(c => c.Database.ExecuteSqlAsync($"UPDATE msp_quotas SET ends_on = '2026-02-28'"))
                .Should()
                .ThrowAsync<DbException>()
        )
            .Which.Message.Should()
            .Contain("CK_msp_quotas_ends_on_EffectiveDate");
    }

    [Fact]
    public async Task A_failed_save_of_an_entity_of_the_host_throws_the_original_exception()
    {
        context.Add(new Invoice { Number = "I-1" });
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();
        context.Add(new Invoice { Number = "I-1" });
        await Customers.Awaiting(c => c.AddAsync(Valid.Customer())).Should().ThrowExactlyAsync<DbUpdateException>();
        (await Customers.CountAsync()).Should().Be(0);
        context.ChangeTracker.Entries().Should().ContainSingle().Which.Entity.Should().BeOfType<Invoice>();
    }

    [Fact]
    public async Task A_stale_entity_of_the_host_is_not_reported_as_a_stale_customer()
    {
        var invoice = new Invoice { Number = "I-1" };
        context.Add(invoice);
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"UPDATE \"Invoices\" SET \"Version\" = 9");
        invoice.Version = 1;
        await Customers.Awaiting(c => c.AddAsync(Valid.Customer())).Should().ThrowAsync<DbUpdateConcurrencyException>();
    }

    private sealed class Invoice
    {
        public string Number { get; init; } = "";

        public int Version { get; set; }
    }

    private sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
    {
        public DbSet<Invoice> Invoices => Set<Invoice>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.AddMspCustomersChecks();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyMspCustomers(uniqueOrganizationNames: false);
            modelBuilder.Entity<Customer>(customer =>
            {
                customer.ToTable("msp_customers");
                customer.Property(c => c.Id).HasColumnName("customer_id");
                customer.OwnsMany(
                    c => c.Quotas,
                    quota =>
                    {
                        quota.ToTable("msp_quotas");
                        quota.Property(q => q.EndDate).HasColumnName("ends_on");
                    }
                );
            });
            modelBuilder.Entity<Invoice>(invoice =>
            {
                invoice.HasKey(i => i.Number);
                invoice.Property(i => i.Version).IsConcurrencyToken();
            });
        }
    }
}
