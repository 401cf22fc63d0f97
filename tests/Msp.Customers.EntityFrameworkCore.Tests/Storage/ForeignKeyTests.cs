using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// The recipe with an invoice that refers to a customer and is stored with it in one transaction.
public sealed class ForeignKeyTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Empty();
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;
    private readonly BillingContext context;

    public ForeignKeyTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddDbContext<BillingContext>(database.Use);
        collection
            .AddMspCustomers(o => o.Rules.Remove("deletion.customer-not-closed").Remove("deletion.quota-not-ended"))
            .UseDbContext<BillingContext>();
        services = collection.BuildServiceProvider(validateScopes: true);
        scope = services.CreateScope();
        context = scope.ServiceProvider.GetRequiredService<BillingContext>();
        context.Database.EnsureCreated();
    }

    private CustomerRepository Customers => scope.ServiceProvider.GetRequiredService<CustomerRepository>();

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
        database.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invoice_and_a_customer_are_stored_in_one_transaction(bool isCommitted)
    {
        var customer = await Customers.AddAsync(Valid.Customer());
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            customer.CloseUsageThrough(Valid.Today);
            await Customers.UpdateAsync(customer);
            context.Add(new Invoice { CustomerId = customer.Id, Amount = 99.5m });
            await context.SaveChangesAsync();
            if (isCommitted)
            {
                await transaction.CommitAsync();
            }
        }

        context.ChangeTracker.Clear();
        (await context.Set<Invoice>().CountAsync()).Should().Be(isCommitted ? 1 : 0);
        (await Customers.GetByIdAsync(customer.Id))!.UsageClosedThrough.Should().Be(isCommitted ? Valid.Today : null);
    }

    [Fact]
    public async Task A_customer_with_an_invoice_cannot_be_deleted()
    {
        var customer = await Customers.AddAsync(Valid.Customer());
        context.Add(new Invoice { CustomerId = customer.Id, Amount = 1 });
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();

        await Customers.Awaiting(c => c.DeleteAsync(customer)).Should().ThrowAsync<Exception>();

        context.ChangeTracker.Clear();
        (await Customers.GetByIdAsync(customer.Id)).Should().NotBeNull();
    }

    private sealed class BillingContext(DbContextOptions<BillingContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyMspCustomers();
            modelBuilder.Entity<Invoice>(invoice =>
            {
                invoice.Property(i => i.CustomerId).HasConversion(id => id.Value, text => CustomerId.FromStored(text));
                invoice.HasOne<Customer>().WithMany().HasForeignKey(i => new { i.Msp, i.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            });
        }
    }

    private sealed class Invoice
    {
        public int Id { get; init; }

        public string Msp { get; init; } = MspId.Default.Value;

        public required CustomerId CustomerId { get; init; }

        public required decimal Amount { get; init; }
    }
}
