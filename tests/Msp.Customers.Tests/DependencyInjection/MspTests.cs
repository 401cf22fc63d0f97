using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.DependencyInjection;

// A host that serves several MSPs, one in each scope.
public sealed class MspTests : IDisposable
{
    private readonly ServiceProvider services;

    public MspTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddScoped<SignedIn>();
        collection.AddMspCustomers().UseInMemoryStorage().AddUsage().UseMsp(s => new MspId(s.GetRequiredService<SignedIn>().Msp));
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Each_scope_contains_the_data_of_its_own_MSP()
    {
        foreach (var msp in new[] { "a", "b" })
        {
            using var scope = Scope(msp);
            await scope.ServiceProvider.GetRequiredService<CustomerRepository>().AddAsync(Valid.Customer(msp));
            await scope
                .ServiceProvider.GetRequiredService<UsageLedger>()
                .PostAsync([
                    new()
                    {
                        Customer = (await Customers(scope).ListAsync()).Single().Id.Value,
                        Key = "k",
                        Date = Valid.Today,
                        Credits = 1,
                    },
                ]);
        }

        using var first = Scope("a");
        using var again = Scope("a");
        using var second = Scope("b");
        (await Customers(first).ListAsync()).Select(c => c.Account.AccountName).Should().Equal("a");
        (await Customers(again).ListAsync()).Select(c => c.Account.AccountName).Should().Equal("a");
        (await Customers(second).ListAsync()).Select(c => c.Account.AccountName).Should().Equal("b");
        var theirs = (await Customers(second).ListAsync()).Single().Id;
        (await first.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(theirs)).Should().BeNull();
        (
            await first
                .ServiceProvider.GetRequiredService<IUsageStore>()
                .ListAsync(theirs, new EffectivePeriod(Valid.Today, Valid.Today))
                .ToListAsync()
        )
            .Should()
            .BeEmpty();
    }

    [Fact]
    public async Task A_page_token_of_one_MSP_is_refused_for_another()
    {
        var request = new CustomerPageRequest { Size = 1 };
        using var first = Scope("a");
        using var second = Scope("b");
        foreach (var scope in new[] { first, second })
        {
            await Customers(scope).AddRangeAsync([Valid.Customer("A"), Valid.Customer("B")]);
        }

        var token = (await Customers(first).PageAsync(request)).NextToken;

        (await Customers(first).PageAsync(request with { Token = token })).Items.Should().ContainSingle();
        (
            await Customers(second)
                .Awaiting(c => c.PageAsync(request with { Token = token }))
                .Should()
                .ThrowAsync<Msp.Customers.RuleViolationException>()
        )
            .Which.Violations.Single()
            .Code.Should()
            .Be("page.invalid-token");
    }

    private static CustomerRepository Customers(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<CustomerRepository>();

    private IServiceScope Scope(string msp)
    {
        var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<SignedIn>().Msp = msp;
        return scope;
    }

    private sealed class SignedIn
    {
        public string Msp { get; set; } = "";
    }
}
