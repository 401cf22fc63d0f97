using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Storage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.DependencyInjection;

public sealed class HostServicesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hosts_own_clock_is_used_if_it_is_registered_before_or_after_the_library(bool before)
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
    public void The_system_clock_is_the_default()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IClock>().Should().BeSameAs(SystemClock.Instance);
    }

    [Fact]
    public void Repositories_are_scoped_and_terms_are_singletons()
    {
        using var host = new Host();
        using var other = host.Scope();

        other.ServiceProvider.GetRequiredService<CustomerRepository>().Should().NotBeSameAs(host.Customers);
        other.ServiceProvider.GetRequiredService<CustomerTerms>().Should().BeSameAs(host.Terms);
    }

    [Fact]
    public void Repositories_cannot_be_resolved_without_a_scope_if_the_host_validates_scopes()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage();
        using var provider = services.BuildServiceProvider(validateScopes: true);

        provider.Invoking(p => p.GetRequiredService<IRepositoryBase<Customer>>()).Should().Throw<InvalidOperationException>();
        provider.Invoking(p => p.GetRequiredService<CustomerTerms>()).Should().NotThrow();
    }

    [Fact]
    public async Task The_repositories_store_in_the_hosts_own_stores()
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
    public void Stores_that_the_host_does_not_register_are_created_in_each_scope()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<HostStore<Customer>>().Repository.Should().BeOfType<InMemoryCustomerStore>();
        scope.ServiceProvider.GetRequiredService<HostStore<ServicePlan>>().Repository.Should().BeOfType<InMemoryPlanStore>();
    }

    [Fact]
    public void Another_choice_of_storage_removes_the_usage_store_and_the_change_log_of_the_previous_one()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseInMemoryStorage().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetService<Msp.Customers.Usage.IUsageStore>().Should().BeNull("that usage belongs to other customers");
        scope.ServiceProvider.GetService<Msp.Customers.ChangeLog.IChangeLog>().Should().BeNull();
    }

    [Fact]
    public void A_repository_that_the_host_registered_earlier_is_replaced()
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
    public async Task The_last_choice_of_storage_is_used_and_registering_twice_adds_one_repository()
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
