using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.DependencyInjection;

public sealed class RepositoryRegistrationTests
{
    [Fact]
    public async Task A_repository_registered_after_the_library_is_reported_with_the_call_to_use()
    {
        var faults = await FaultsAsync(services => services.AddScoped<IRepositoryBase<Customer>>(_ => new InMemoryCustomerStore()));

        faults
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("*IRepositoryBase<Customer>*without evaluating rules*UseRepositories<TCustomers, TPlans>()*UseStorage(...)*");
    }

    [Fact]
    public async Task A_plan_repository_registered_after_the_library_is_reported() =>
        (await FaultsAsync(services => services.AddSingleton<IRepositoryBase<ServicePlan>>(new InMemoryPlanStore())))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("IRepositoryBase<ServicePlan>");

    [Fact]
    public async Task A_repository_that_replaces_the_one_of_the_library_is_reported() =>
        (
            await FaultsAsync(services =>
                services.Replace(ServiceDescriptor.Scoped<IRepositoryBase<Customer>>(_ => new InMemoryCustomerStore()))
            )
        )
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("IRepositoryBase<Customer>");

    [Fact]
    public async Task An_open_generic_repository_is_reported() =>
        (await FaultsAsync(services => services.AddScoped(typeof(IRepositoryBase<>), typeof(OpenRepository<>))))
            .Should()
            .HaveCount(2)
            .And.OnlyContain(f => f.Contains("IRepositoryBase<>") && f.Contains("open generic type before AddMspCustomers"));

    [Fact]
    public async Task An_own_repository_interface_of_the_host_for_customers_is_reported()
    {
        (await FaultsAsync(services => services.AddScoped<ICustomers>(_ => null!)))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("ICustomers");
        (await FaultsAsync(services => services.AddScoped(typeof(IRepository<>), typeof(OwnRepository<>))))
            .Should()
            .HaveCount(2)
            .And.OnlyContain(f => f.Contains("IRepository<>"));
    }

    [Fact]
    public async Task Earlier_keyed_and_unrelated_repositories_are_accepted()
    {
        var before = new ServiceCollection().AddScoped(typeof(IRepositoryBase<>), typeof(OpenRepository<>));
        before.AddScoped<IRepositoryBase<Customer>>(_ => new InMemoryCustomerStore());
        before.AddMspCustomers().UseRepositories<InMemoryCustomerStore, InMemoryPlanStore>();
        before.AddScoped<IRepositoryBase<Invoice>, OpenRepository<Invoice>>();
        before.AddKeyedScoped<IRepositoryBase<Customer>>("archive", (_, _) => new InMemoryCustomerStore());
        before.AddMspCustomers();
        await using var provider = before.BuildServiceProvider();
        provider.GetRequiredService<IOptions<MspCustomersOptions>>().Invoking(o => o.Value).Should().NotThrow();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().Should().BeOfType<CustomerRepository>();
    }

    // Reported when the host starts and, without a start, when a service is resolved.
    private static async Task<IReadOnlyList<string>> FaultsAsync(Action<IServiceCollection> register)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMspCustomers().UseInMemoryStorage();
        register(builder.Services);
        using var host = builder.Build();
        var started = (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Failures.ToList();
        using var scope = host.Services.CreateScope();
        scope.ServiceProvider.Invoking(s => s.GetRequiredService<CustomerRepository>()).Should().Throw<OptionsValidationException>();
        return started;
    }

    private interface ICustomers : IRepositoryBase<Customer>;

    private interface IRepository<T> : IRepositoryBase<T>
        where T : class;

    private sealed class OwnRepository<T> : OpenRepository<T>, IRepository<T>
        where T : class;

    private sealed class Invoice;

    private class OpenRepository<T> : IRepositoryBase<T>
        where T : class
    {
        public Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
            where TId : notnull => throw new NotSupportedException();

        public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<TResult?> FirstOrDefaultAsync<TResult>(
            ISpecification<T, TResult> specification,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<TResult?> SingleOrDefaultAsync<TResult>(
            ISingleResultSpecification<T, TResult> specification,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<List<TResult>> ListAsync<TResult>(
            ISpecification<T, TResult> specification,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> CountAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => throw new NotSupportedException();

        public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
