using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class NamesIndexTests : IDisposable
{
    private const string Code = "organization-name.duplicate";
    private readonly TestDatabase database = TestDatabase.Empty();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void F16_A_rule_that_is_removed_or_softened_beside_the_index_is_reported_at_start(bool isRemoved)
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
    public void F16_An_index_that_is_left_out_beside_the_rule_is_reported_at_start()
    {
        using var services = Services(_ => { }, b => b.UseEntityFrameworkCore(database.Use, uniqueOrganizationNames: false));

        Start(services).Should().Throw<OptionsValidationException>().WithMessage($"*'{Code}' is an error*no unique index*");
    }

    [Fact]
    public void F16_A_host_s_own_context_is_looked_at_too()
    {
        using var services = Services(r => r.Remove(Code), UseOwn);

        Start(services).Should().Throw<OptionsValidationException>().WithMessage($"*'{Code}'*{nameof(OwnContext)}*");
    }

    [Fact]
    public void F16_A_context_that_cannot_be_made_at_start_is_looked_at_when_it_is_first_used()
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
    public void F16_A_rule_and_an_index_that_agree_start()
    {
        using var both = Services(_ => { }, UseOwn);
        using var none = Services(
            r => r.SetSeverity(Code, Severity.Warning),
            b => b.UseEntityFrameworkCore(database.Use, uniqueOrganizationNames: false)
        );

        Start(both).Should().NotThrow();
        Start(none).Should().NotThrow();
    }

    private static ServiceProvider Services(Action<RuleOptions> rules, Action<MspCustomersBuilder> storage)
    {
        var services = new ServiceCollection();
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

    private void UseOwn(MspCustomersBuilder builder)
    {
        builder.Services.AddDbContext<OwnContext>(database.Use);
        builder.UseDbContext<OwnContext>();
    }

    private sealed class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers();
    }
}
