using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class OrganizationNameIndexTests : IDisposable
{
    private const string Code = "organization-name.duplicate";
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void F16_A_unique_index_without_the_rule_is_reported_at_start(bool isRemoved)
    {
        using var services = Services(
            r => _ = isRemoved ? r.Remove(Code) : r.SetSeverity(Code, Severity.Warning),
            b => b.UseEntityFrameworkCore(database.Use)
        );

        Start(services)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage($"*'{Code}' is removed or a warning*unique index*Pass uniqueOrganizationNames: false*");
    }

    [Fact]
    public void F16_A_rule_without_the_unique_index_is_reported_at_start()
    {
        using var services = Services(_ => { }, Use<SharedContext>);

        Start(services).Should().Throw<OptionsValidationException>().WithMessage($"*'{Code}' is an error*no unique index*");
    }

    [Fact]
    public void F16_A_context_of_the_host_is_also_checked()
    {
        using var services = Services(r => r.Remove(Code), Use<OwnContext>);

        Start(services).Should().Throw<OptionsValidationException>().WithMessage($"*'{Code}'*{nameof(OwnContext)}*");
    }

    [Fact]
    public void F16_A_context_that_cannot_be_created_at_start_is_checked_at_its_first_use()
    {
        var isRequest = false;
        using var services = Services(
            r => r.Remove(Code),
            b =>
            {
                b.Services.AddScoped(_ =>
                    isRequest ? new OwnContext(Options()) : throw new InvalidOperationException("There is no request.")
                );
                b.UseDbContext<OwnContext>();
            }
        );
        Start(services).Should().NotThrow();
        isRequest = true;

        using var scope = services.CreateScope();
        scope
            .ServiceProvider.Invoking(s => s.GetRequiredService<IRepositoryBase<Customer>>())
            .Should()
            .Throw<Exception>()
            .WithMessage($"*'{Code}'*");
    }

    [Fact]
    public void F16_A_rule_with_the_index_and_a_warning_without_the_index_are_valid()
    {
        using var both = Services(_ => { }, Use<OwnContext>);
        using var none = Services(r => r.SetSeverity(Code, Severity.Warning), Use<SharedContext>);

        Start(both).Should().NotThrow();
        Start(none).Should().NotThrow();
    }

    [Fact]
    public async Task Two_customers_have_one_organization_name_when_the_rule_and_the_index_are_left_out()
    {
        await using var services = Services(r => r.Remove(Code), Use<SharedContext>);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SharedContext>().Database.EnsureCreatedAsync();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        var draft = Valid.Draft();

        await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        draft.References.Clear();
        await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        (await customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public void A_context_without_a_dialect_is_reported_at_start()
    {
        using var services = Services(
            _ => { },
            b =>
            {
                b.Services.AddDbContext<OwnContext>(database.UseProvider);
                b.UseDbContext<OwnContext>();
            }
        );

        Start(services)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage($"*{nameof(OwnContext)} contain no dialect*UseSqliteDialect()*UsePostgreSqlDialect()*");
    }

    private static ServiceProvider Services(Action<RuleOptions> rules, Action<MspCustomersBuilder> storage)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        storage(services.AddMspCustomers(o => rules(o.Rules)));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static Action Start(ServiceProvider services) => () => services.GetRequiredService<IStartupValidator>().Validate();

    private DbContextOptions<OwnContext> Options()
    {
        var options = new DbContextOptionsBuilder<OwnContext>();
        database.Use(options);
        return options.Options;
    }

    private void Use<TContext>(MspCustomersBuilder builder)
        where TContext : DbContext
    {
        builder.Services.AddDbContext<TContext>(database.Use);
        builder.UseDbContext<TContext>();
    }

    private sealed class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers();
    }

    private sealed class SharedContext(DbContextOptions<SharedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.ApplyMspCustomers(uniqueOrganizationNames: false);
    }
}
