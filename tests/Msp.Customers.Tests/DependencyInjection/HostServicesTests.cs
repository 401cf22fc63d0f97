using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Storage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.DependencyInjection;

public sealed class HostServicesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hosts_own_clock_is_used_whether_it_comes_before_or_after(bool before)
    {
        var clock = FakeClock.FromUtc(2031, 7, 8);
        var services = new ServiceCollection();
        if (before)
        {
            services.AddSingleton<IClock>(clock);
        }

        services.AddMspCustomers().UseInMemoryStorage();
        if (!before)
        {
            services.AddSingleton<IClock>(clock);
        }

        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<BusinessCalendar>().Today().Should().Be(new LocalDate(2031, 7, 8));
    }

    [Fact]
    public void A_host_without_a_clock_has_the_systems()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IClock>().Should().BeSameAs(SystemClock.Instance);
    }

    [Fact]
    public void Repositories_live_as_long_as_a_scope_and_terms_as_long_as_the_host()
    {
        using var host = new Host();
        using var other = host.Scope();

        other.ServiceProvider.GetRequiredService<CustomerRepository>().Should().NotBeSameAs(host.Customers);
        other.ServiceProvider.GetRequiredService<CustomerTerms>().Should().BeSameAs(host.Terms);
    }

    [Fact]
    public void Repositories_are_refused_outside_a_scope_where_the_host_validates_scopes()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage();
        using var provider = services.BuildServiceProvider(validateScopes: true);

        provider.Invoking(p => p.GetRequiredService<IRepositoryBase<Customer>>()).Should().Throw<InvalidOperationException>();
        provider.Invoking(p => p.GetRequiredService<CustomerTerms>()).Should().NotThrow();
    }

    [Fact]
    public async Task A_hosts_own_repositories_stand_behind_the_checked_door()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        services.AddSingleton(new InMemoryCustomerStore()).AddSingleton(new InMemoryPlanStore());
        services.AddMspCustomers().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = provider.CreateScope();

        var customer = await scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().AddAsync(Valid.Customer());

        (await provider.GetRequiredService<InMemoryCustomerStore>().CountAsync()).Should().Be(1);
        scope.ServiceProvider.GetRequiredService<HostStore<ServicePlan>>().Repository.Should().BeOfType<InMemoryPlanStore>();
        customer.OriginalVersion.Should().Be(1);
    }

    [Fact]
    public void Repositories_that_the_host_names_and_does_not_register_are_made_in_each_scope()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<HostStore<Customer>>().Repository.Should().BeOfType<InMemoryCustomerStore>();
        scope.ServiceProvider.GetRequiredService<HostStore<ServicePlan>>().Repository.Should().BeOfType<InMemoryPlanStore>();
    }

    [Fact]
    public void Another_choice_of_storage_brings_no_usage_and_no_log_of_the_one_before()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();

        scope
            .ServiceProvider.GetService<Msp.Customers.Usage.IUsageStore>()
            .Should()
            .BeNull("the usage of other customers is none of theirs");
        scope.ServiceProvider.GetService<Msp.Customers.ChangeLog.IChangeLog>().Should().BeNull();
    }

    [Fact]
    public void A_repository_that_the_host_had_registered_does_not_lead_round_the_door()
    {
        using var host = new Host(add: services =>
            services
                .AddScoped<IRepositoryBase<Customer>>(_ => new InMemoryCustomerStore())
                .AddScoped<IReadRepositoryBase<ServicePlan>>(_ => new InMemoryPlanStore())
        );

        host.Get<IRepositoryBase<Customer>>().Should().BeSameAs(host.Customers);
        host.Get<IReadRepositoryBase<ServicePlan>>().Should().BeSameAs(host.Plans);
    }

    [Fact]
    public async Task The_last_choice_of_storage_wins_and_registering_twice_is_registering_once()
    {
        var (customers, plans) = (new InMemoryCustomerStore(), new InMemoryPlanStore());
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        services.AddMspCustomers(o => o.TimeZone = "Europe/Berlin").UseInMemoryStorage();
        services.AddMspCustomers(o => o.Rules.AccountNameIsFixed = true).UseStorage(_ => customers, _ => plans);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();

        await scope.ServiceProvider.GetServices<IRepositoryBase<Customer>>().Should().ContainSingle().Subject.AddAsync(Valid.Customer());

        (await customers.CountAsync()).Should().Be(1);
        provider.GetRequiredService<BusinessCalendar>().ZoneId.Should().Be("Europe/Berlin");
    }
}
