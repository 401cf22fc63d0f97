using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class BatchTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(499)]
    public async Task Many_customers_are_judged_with_as_few_questions_as_two(int count)
    {
        await using var plans = storage.Context();
        await new DbContextPlanStore<MspCustomersContext>(plans).AddAsync(Valid.Plan());
        (await QuestionsAsync(count)).Should().Be(await QuestionsAsync(2)).And.BeLessThan(12);
    }

    [Fact]
    public async Task What_is_stored_of_many_customers_is_read_at_once()
    {
        await storage.SaveAsync([.. Enumerable.Range(0, 60).Select(n => Valid.Customer($"Customer {n}"))]);
        var log = new CommandLog();
        await using var context = storage.Context(log);
        var all = await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync();
        all.ForEach(c => c.RemoveContact(1));
        var before = log.Commands.Count;

        // The last is outdated, so that nothing is written after all were judged.
        await storage.EditAsync(all[^1].Id.Value, c => c.RemoveContact(2));
        await Door(context).Awaiting(d => d.UpdateRangeAsync(all)).Should().ThrowAsync<ConcurrencyException>();

        (log.Commands.Count - before).Should().BeInRange(1, 15);
        log.Commands.Where(c => c.Text.Contains("CreditQuotas"))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(c => c.Values.Count <= 2, "the ids are one parameter");
    }

    // docs/benchmarks.md says so too.
    [Fact]
    public async Task A_save_of_one_customer_asks_no_more_than_is_said()
    {
        await using (var plans = storage.Context())
        {
            await new DbContextPlanStore<MspCustomersContext>(plans).AddAsync(Valid.Plan());
        }

        var log = new CommandLog();
        await using var context = storage.Context(log);
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        var customer = await Door(context).AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        var added = Questions();
        var read = (await Door(context).GetByIdAsync(customer.Id))!;
        var whole = Questions() - added;
        draft = read.ToDraft();
        draft.Address = "2 Harbour Road";
        read.Edit(draft, CustomerTerms.Default);
        await Door(context).UpdateAsync(read);

        (added, whole, Questions() - added - whole).Should().Be((4, 7, 14));

        int Questions() => log.Texts.Count(text => text.Contains("SELECT"));
    }

    private async Task<int> QuestionsAsync(int count)
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

        // The last has the name of the first, so that nothing is written.
        await Door(context)
            .Awaiting(d => d.AddRangeAsync([.. customers, Valid.Customer("Customer 0")]))
            .Should()
            .ThrowAsync<RuleViolationException>();
        return log.Commands.Count;
    }

    private CustomerRepository Door(MspCustomersContext context)
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
