using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Testing;

namespace Msp.Customers.Durability.Writer;

// One side of a race for a plan. A line is "Delete", "Register", "RegisterMany" or "Change" with the number of the round.
public sealed class PlanRace(IServiceProvider services) : Race
{
    public const int Many = 25;

    public static PlanId Plan(string round) => new($"plan-{round}");

    public static Customer On(string round, string? plan, int number = 0) =>
        SampleData.Customer($"c-{round}-{number}", d => (d.Id, d.ServicePlan) = ($"c-{round}-{number}", plan));

    protected override async Task<string> DoAsync(string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        using var scope = services.CreateScope();
        await DoAsync(words, scope.ServiceProvider);
        return Done;
    }

    private static async Task DoAsync(string[] words, IServiceProvider services)
    {
        var (customers, plans) = (services.GetRequiredService<CustomerRepository>(), services.GetRequiredService<PlanRepository>());
        var (round, plan) = (words[1], Plan(words[1]));
        switch (words[0])
        {
            case "Delete":
                await plans.DeleteAsync((await plans.GetByIdAsync(plan))!);
                break;
            case "Register":
                await customers.AddAsync(On(round, plan.Value));
                break;
            case "RegisterMany":
                await customers.AddRangeAsync(Enumerable.Range(0, Many).Select(n => On(round, plan.Value, n)));
                break;
            default:
                var customer = (await customers.GetByIdAsync(On(round, null).Id))!;
                var draft = customer.ToDraft();
                draft.ServicePlan = plan.Value;
                await customers.EditAsync(customer, draft);
                break;
        }
    }
}
