using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.Tests.Storage;

public sealed class PlanRaceTests
{
    [Fact]
    public async Task F02_If_one_thread_deletes_a_plan_and_another_assigns_it_one_of_them_is_refused_in_memory()
    {
        using var host = new Host();
        for (var round = 0; round < 300; round++)
        {
            var plan = new PlanId($"plan-{round}");
            await host.AddPlanAsync(p => p.Id = plan.Value);
            var customer = Customer.Register(Valid.Draft($"Customer {round}"), host.Terms, Valid.Today);
            if (round % 2 == 0)
            {
                await host.Customers.AddAsync(customer);
            }

            using var start = new Barrier(2);
            var done = await Task.WhenAll(
                Task.Run(() =>
                    IsDoneAsync(
                        start,
                        host,
                        async s =>
                        {
                            var plans = s.GetRequiredService<PlanRepository>();
                            await plans.DeleteAsync((await plans.GetByIdAsync(plan))!);
                        }
                    )
                ),
                Task.Run(() =>
                    IsDoneAsync(
                        start,
                        host,
                        async s =>
                        {
                            var draft = customer.ToDraft();
                            draft.ServicePlan = plan.Value;
                            customer.Edit(draft, host.Terms);
                            await s.GetRequiredService<CustomerRepository>().SaveAsync(customer);
                        }
                    )
                )
            );

            done.Should().ContainSingle(d => d, "one of both is refused in round {0}", round);
            var on = await host.Customers.CountAsync(new CustomersMatching(new CustomerFilter { ServicePlan = plan }));
            (await host.Plans.GetByIdAsync(plan) is null ? 0 : 1).Should().Be(on);
        }
    }

    [Fact]
    public async Task F02_Without_the_plan_rules_any_plan_can_be_assigned_and_deleted()
    {
        using var host = new Host(o => o.Rules.Remove("plan.not-found").Remove("deletion.plan-in-use"));
        var plan = await host.AddPlanAsync();
        var customer = await host.AddAsync(Valid.Draft());
        var draft = customer.ToDraft();
        draft.ServicePlan = "unknown";
        await host.Customers.EditAsync(customer, draft);
        draft = customer.ToDraft();
        draft.ServicePlan = plan.Id.Value;
        await host.Customers.EditAsync(customer, draft);

        await host.Plans.DeleteAsync(plan);

        (await host.Plans.CountAsync()).Should().Be(0);
    }

    private static async Task<bool> IsDoneAsync(Barrier start, Host host, Func<IServiceProvider, Task> act)
    {
        using var scope = host.Scope();
        start.SignalAndWait();
        try
        {
            await act(scope.ServiceProvider);
            return true;
        }
        catch (Exception e) when (e is ConcurrencyException or RuleViolationException)
        {
            return false;
        }
    }
}
