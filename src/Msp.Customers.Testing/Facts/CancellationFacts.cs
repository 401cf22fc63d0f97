using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

internal static class CancellationFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            new("A write of customers that was cancelled before it began is not begun", ConformanceArea.Customers, CustomersUnwritten),
            new("A reading of customers that was cancelled before it began ends so", ConformanceArea.Customers, CustomersUnread),
            new(
                "A write or a reading of plans that was cancelled before it began ends so and changes nothing",
                ConformanceArea.Plans,
                PlansUntouched
            ),
            new(
                "A write or a reading of usage that was cancelled before it began ends so and changes nothing",
                ConformanceArea.Usage,
                UsageUntouched
            ),
        ];

    private static CancellationToken Cancelled => new(canceled: true);

    private static async Task CustomersUnwritten(Trial trial)
    {
        var (customers, saved) = (trial.Customers, await trial.SavedAsync(SampleData.Customer()));
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.RemoveContact(1);
        await EndedAsync(
            trial,
            () => customers.AddAsync(SampleData.Customer("Southwind"), Cancelled),
            () => customers.AddRangeAsync([SampleData.Customer("Southwind")], Cancelled),
            () => customers.UpdateAsync(changed, Cancelled),
            () => customers.UpdateRangeAsync([changed], Cancelled),
            () => customers.DeleteAsync(saved, Cancelled),
            () => customers.DeleteRangeAsync([saved], Cancelled),
            () => customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Name = "Northwind" }), Cancelled)
        );
        Expect.Equal(1, changed.OriginalVersion, "leave the stored version of an object whose save was cancelled as it was");
        await customers.UpdateAsync(changed, trial.Token);
    }

    private static async Task CustomersUnread(Trial trial)
    {
        var customers = trial.Customers;
        var (id, specification) = (
            (await trial.SavedAsync(SampleData.Customer())).Id,
            new CustomersMatching(new CustomerFilter { Name = "Northwind" })
        );
        await EndedAsync(
            trial,
            () => customers.GetByIdAsync(id, Cancelled),
            () => customers.FirstOrDefaultAsync(specification, Cancelled),
            () => customers.SingleOrDefaultAsync(new CustomerWithId(id), Cancelled),
            () => customers.ListAsync(Cancelled),
            () => customers.ListAsync(specification, Cancelled),
            () => customers.ListAsync(new UsageTermsById([id]), Cancelled),
            () => customers.CountAsync(Cancelled),
            () => customers.CountAsync(specification, Cancelled),
            () => customers.AnyAsync(Cancelled),
            () => customers.AnyAsync(specification, Cancelled),
            async () =>
            {
                await foreach (var _ in customers.AsAsyncEnumerable(specification).WithCancellation(Cancelled)) { }
            }
        );
    }

    private static async Task PlansUntouched(Trial trial)
    {
        var (plans, saved) = (trial.Plans, await trial.SavedAsync(SampleData.Plan()));
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.Edit(SampleData.PlanDraft("gold", d => d.IsRetired = true));
        await EndedAsync(
            trial,
            () => plans.AddAsync(SampleData.Plan("silver"), Cancelled),
            () => plans.UpdateAsync(changed, Cancelled),
            () => plans.DeleteAsync(saved, Cancelled),
            () => plans.GetByIdAsync(new PlanId("gold"), Cancelled),
            () => plans.ListAsync(new PlansOffered(), Cancelled),
            () => plans.CountAsync(Cancelled)
        );
    }

    private static async Task UsageUntouched(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var entry = SampleData.UsageEntry(id);
        await EndedAsync(
            trial,
            () => trial.Usage.AppendAsync([entry], Cancelled),
            () => trial.Usage.FindAsync([new Usage.UsageKey(id, "k-1")], Cancelled),
            () => trial.Usage.ReadAsync(id, Cancelled)
        );
        Expect.That(
            await trial.Usage.AppendAsync([entry], trial.Token),
            "have stored nothing of an append that was cancelled",
            "its key is taken"
        );
    }

    private static async Task EndedAsync(Trial trial, params Func<Task>[] members)
    {
        var before = await trial.StateAsync();
        foreach (var (index, member) in members.Index())
        {
            await Expect.ThrowsAsync<OperationCanceledException>(
                $"end what was cancelled (member {index + 1} of {members.Length})",
                member
            );
            Expect.Same(before, await trial.StateAsync(), $"store nothing of what was cancelled (member {index + 1} of {members.Length})");
        }
    }
}
