namespace Msp.Customers.Testing;

internal static class CustomerPlanFacts
{
    private const int Rounds = 24;

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A new or updated customer with a plan that is not stored is refused", NotStored),
            Fact("A hundred customers of which one has a plan that is not stored are refused", NotStoredAmongMany),
            Fact("A plan cannot be deleted while a customer uses it", InUse),
            Fact("Of a deletion of a plan and a concurrent new customer with the plan, one is refused", t => OneStored(t, isNew: true)),
            Fact(
                "Of a deletion of a plan and a concurrent change of a customer to the plan, one is refused",
                t => OneStored(t, isNew: false)
            ),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) =>
        new(name, [ConformanceArea.Customers, ConformanceArea.Plans], body);

    private static async Task NotStored(Trial trial)
    {
        await trial.SavedAsync(SampleData.Plan("Gold"));
        await Expect.RefusedAsync(
            trial,
            "a new customer with a plan that is not stored",
            () => trial.Customers.AddAsync(On("gold", "Northwind"), trial.Token)
        );
        var customer = await trial.SavedAsync(On("Gold", "Southwind"));
        CustomerWriteFacts.Edit(customer, d => d.ServicePlan = "gold");
        await Expect.RefusedAsync(trial, "a change to a plan that is not stored", () => trial.Customers.UpdateAsync(customer, trial.Token));
    }

    private static async Task NotStoredAmongMany(Trial trial)
    {
        await trial.SavedAsync(SampleData.Plan());
        List<Customer> many = [.. Enumerable.Range(0, 100).Select(n => On(n == 99 ? "silver" : "gold", $"Customer {n}"))];
        await Expect.ThrowsAsync<ConcurrencyException>(
            "refuse a hundred customers of which one has a plan that is not stored",
            () => trial.Customers.AddRangeAsync(many, trial.Token)
        );
        Expect.Equal(null, await trial.FindAsync(many[99].Id), "store no customer with a plan that is not stored");
    }

    private static async Task InUse(Trial trial)
    {
        var plan = await trial.SavedAsync(SampleData.Plan());
        var customer = await trial.SavedAsync(On("gold", "Northwind"));
        await Expect.RefusedAsync(trial, "a deletion of a plan that a customer uses", () => trial.Plans.DeleteAsync(plan, trial.Token));
        CustomerWriteFacts.Edit(customer, d => d.ServicePlan = null);
        await trial.Customers.UpdateAsync(customer, trial.Token);
        await trial.Plans.DeleteAsync(plan, trial.Token);
        Expect.Equal(null, await trial.FindAsync(plan.Id), "delete a plan that no customer uses");
    }

    private static async Task OneStored(Trial trial, bool isNew)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var plan = await trial.SavedAsync(SampleData.Plan($"plan-{round}"));
            var customer = On(isNew ? plan.Id.Value : null, $"Customer {round}");
            if (!isNew)
            {
                await trial.SavedAsync(customer);
                CustomerWriteFacts.Edit(customer, d => d.ServicePlan = plan.Id.Value);
            }

            var stored = await trial.RunConcurrentlyAsync(
                2,
                async (writer, session) =>
                {
                    try
                    {
                        Task write =
                            writer == 0 ? session.Plans.DeleteAsync(plan, trial.Token)
                            : isNew ? session.Customers.AddAsync(customer, trial.Token)
                            : session.Customers.UpdateAsync(customer, trial.Token);
                        await write;
                        return true;
                    }
                    catch (ConcurrencyException)
                    {
                        return false;
                    }
                }
            );
            Expect.Equal(1, stored.Count(w => w), "store one of a deletion of a plan and a concurrent customer with the plan");
            Expect.Equal(
                stored[1] ? (plan.Id, plan.Id) : (null, null),
                ((await trial.FindAsync(customer.Id))?.ServicePlan, (await trial.FindAsync(plan.Id))?.Id),
                "store both a customer with the plan and the plan, or neither"
            );
        }
    }

    private static Customer On(string? plan, string name) => SampleData.Customer(name, d => (d.Id, d.ServicePlan) = (name, plan));
}
