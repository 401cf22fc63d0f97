using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Mapping;

// Hosts that choose the names of tables and columns.
public sealed class HostModelTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task F49_Tables_and_columns_can_have_names_in_snake_case()
    {
        var options = new DbContextOptionsBuilder<PlainContext>();
        database.Use(options);
        await using var context = new PlainContext(options.UseSnakeCaseNamingConvention().Options);

        await AssertAllWorksAsync(context);

        context
            .Model.FindEntityType(typeof(Customer))!
            .FindProperty(nameof(Customer.LicenseExpiryDate))!
            .GetColumnName()
            .Should()
            .Be("license_expiry_date");
    }

    [Fact]
    public async Task F49_A_prefix_separates_the_tables_from_a_table_of_the_host_with_the_same_name()
    {
        var options = new DbContextOptionsBuilder<PrefixContext>();
        database.Use(options);
        await using var context = new PrefixContext(options.Options);

        await AssertAllWorksAsync(context);

        context.Add(new OwnCustomer { Id = 1 });
        await context.SaveChangesAsync();
        (await context.Set<OwnCustomer>().CountAsync()).Should().Be(1);
        context.Model.GetRelationalModel().Tables.Select(t => t.Name).Should().OnlyContain(n => n == "Customers" || n.StartsWith("Msp"));
    }

    [Fact]
    public async Task F49_A_schema_separates_the_tables_from_a_table_of_the_host_with_the_same_name()
    {
        var options = new DbContextOptionsBuilder<SchemaContext>();
        database.Use(options);
        await using var context = new SchemaContext(options.Options);
        context.Model.GetRelationalModel().Tables.Where(t => t.Schema == "msp").Should().HaveCount(12);
        if (context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            return;
        }

        await AssertAllWorksAsync(context);

        context.Add(new OwnCustomer { Id = 1 });
        await context.SaveChangesAsync();
    }

    // Uses ordinary and bulk inserts, unique indexes, usage, the change log and the checks of the tables.
    internal static async Task AssertAllWorksAsync(DbContext context)
    {
        await context.Database.EnsureCreatedAsync();
        var changeContext = new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)));
        var customers = new DbContextCustomerStore<DbContext>(context, changeContext: changeContext);
        await customers.AddAsync(Valid.Customer());
        await customers.AddRangeAsync(Enumerable.Range(0, 40).Select(n => Valid.Customer($"Customer {n}")).ToList());
        var draft = Valid.Draft("Fabrikam");
        draft.OrganizationName = "Northwind Traders";
        var taken = () => customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        await taken.Should().ThrowAsync<ConcurrencyException>();

        var page = await customers.RowsAsync(new CustomerPageRequest { Filter = new CustomerFilter { QuotaInForceOn = Valid.Today } });
        page.Items.Should().HaveCount(41);
        var stored = (await customers.ListAsync(new CustomersMatching(new CustomerFilter { Name = "Northwind Traders" }))).Single();
        stored.Suspend(SuspensionReason.Other, Valid.Today);
        await customers.UpdateAsync(stored);
        var usage = new DbContextUsageStore<DbContext>(context);
        (await usage.AppendAsync([.. Enumerable.Range(0, 30).Select(n => Entry(stored, n))])).Should().BeTrue();
        (await usage.ReadAsync(stored.Id)).Days.Should().ContainSingle();
        (await new DbContextChangeLog<DbContext>(context).ListAsync(ChangeSubject.Customer, stored.Id.Value).CountAsync()).Should().Be(2);
        await customers.DeleteAsync(stored);
        (await customers.CountAsync()).Should().Be(40);
        var quotas = context.Model.FindEntityType(typeof(Customer))!.FindNavigation(nameof(Customer.Quotas))!.TargetEntityType;
        var column = quotas.FindProperty(nameof(CreditQuota.EndDate))!.GetColumnName();
        var table = quotas.GetSchema() is { } schema ? $"\"{schema}\".\"{quotas.GetTableName()}\"" : $"\"{quotas.GetTableName()}\"";
        var update = $"UPDATE {table} SET \"{column}\" = '2020-01-01'";
        var impossible = () => context.Database.ExecuteSqlRawAsync(update);
        await impossible.Should().ThrowAsync<System.Data.Common.DbException>();
    }

    private static UsageEntry Entry(Customer customer, int number) =>
        new()
        {
            Customer = customer.Id,
            Key = $"k{number}",
            Kind = UsageEntryKind.Usage,
            Date = Valid.Today,
            Credits = Credits.Of(1),
            Requested = Credits.Of(1),
            RecordedAt = Instant.FromUtc(2026, 3, 1, 0, 0),
        };

    private sealed class OwnCustomer
    {
        public int Id { get; set; }
    }

    private sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.AddMspCustomersChecks();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers();
    }

    private sealed class PrefixContext(DbContextOptions<PrefixContext> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.AddMspCustomersChecks();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<OwnCustomer>().ToTable("Customers").Property(c => c.Id).ValueGeneratedNever();
            modelBuilder.ApplyMspCustomers(tablePrefix: "Msp");
        }
    }

    private sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.AddMspCustomersChecks();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<OwnCustomer>().ToTable("Customers").Property(c => c.Id).ValueGeneratedNever();
            modelBuilder.ApplyMspCustomers(schema: "msp");
        }
    }
}
