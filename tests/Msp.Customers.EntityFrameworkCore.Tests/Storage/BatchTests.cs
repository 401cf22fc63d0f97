using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class BatchTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(499)]
    public async Task The_rules_need_the_same_number_of_queries_for_any_number_of_customers(int count)
    {
        await using var plans = storage.Context();
        await new DbContextPlanStore<MspCustomersContext>(plans).AddAsync(Valid.Plan());
        (await CountQueriesAsync(count)).Should().Be(await CountQueriesAsync(2)).And.BeLessThan(12);
    }

    [Fact]
    public async Task An_update_of_many_customers_reads_none_of_them_again()
    {
        await storage.SaveAsync([.. Enumerable.Range(0, 60).Select(n => Valid.Customer($"Customer {n}"))]);
        var log = new CommandLog();
        await using var context = storage.Context(log);
        var all = await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync();
        all.ForEach(c => c.RemoveContact(1));
        var before = log.Commands.Count;

        await Repository(context).UpdateRangeAsync(all);

        log.Texts.Skip(before).Where(text => text.Contains("SELECT")).Should().HaveCountLessThan(2);
        log.Commands.Where(c => c.Text.Contains("CreditQuotas"))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(c => c.Values.Count <= 2, "the ids are one parameter");
    }

    // docs/benchmarks.md contains the same numbers.
    [Fact]
    public async Task A_save_of_one_customer_needs_the_documented_number_of_queries()
    {
        await using (var plans = storage.Context())
        {
            await new DbContextPlanStore<MspCustomersContext>(plans).AddAsync(Valid.Plan());
        }

        var log = new CommandLog();
        await using var context = storage.Context(log);
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        var customer = await Repository(context).AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        var added = CountQueries();
        var read = (await Repository(context).GetByIdAsync(customer.Id))!;
        var whole = CountQueries() - added;
        draft = read.ToDraft();
        draft.Address = "2 Harbour Road";
        read.Edit(draft, CustomerTerms.Default);
        await Repository(context).UpdateAsync(read);

        (added, whole, CountQueries() - added - whole).Should().Be((4, 2, 0));

        int CountQueries() => log.Texts.Count(text => text.Contains("SELECT"));
    }

    private async Task<int> CountQueriesAsync(int count)
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        var customers = Enumerable
            .Range(0, count)
            .Select(n =>
            {
                var draft = Valid.Draft($"Customer {n}");
                draft.ServicePlan = "gold";
                return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
            });

        // The last customer has the name of the first, so that nothing is written.
        await Repository(context)
            .Awaiting(r => r.AddRangeAsync([.. customers, Valid.Customer("Customer 0")]))
            .Should()
            .ThrowAsync<RuleViolationException>();
        return log.Commands.Count;
    }

    private CustomerRepository Repository(MspCustomersContext context)
    {
        var services = new ServiceCollection().AddSingleton<IClock>(storage.Clock);
        services
            .AddMspCustomers()
            .UseStorage(
                _ => new DbContextCustomerStore<MspCustomersContext>(context),
                _ => new DbContextPlanStore<MspCustomersContext>(context)
            );
        return services.BuildServiceProvider().GetRequiredService<CustomerRepository>();
    }
}
