using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

internal static class CancellationFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            new(
                "A write of customers with a canceled token throws OperationCanceledException and changes nothing",
                ConformanceArea.Customers,
                WriteCustomers
            ),
            new("A read of customers with a canceled token throws OperationCanceledException", ConformanceArea.Customers, ReadCustomers),
            new(
                "A read or write of plans with a canceled token throws OperationCanceledException and changes nothing",
                ConformanceArea.Plans,
                ReadOrWritePlans
            ),
            new(
                "A read or write of usage with a canceled token throws OperationCanceledException and changes nothing",
                ConformanceArea.Usage,
                ReadOrWriteUsage
            ),
        ];

    private static CancellationToken Canceled => new(canceled: true);

    private static async Task WriteCustomers(Trial trial)
    {
        var (customers, saved) = (trial.Customers, await trial.SavedAsync(SampleData.Customer()));
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.RemoveContact(1);
        await ExpectCanceledAsync(
            trial,
            () => customers.AddAsync(SampleData.Customer("Southwind"), Canceled),
            () => customers.AddRangeAsync([SampleData.Customer("Southwind")], Canceled),
            () => customers.UpdateAsync(changed, Canceled),
            () => customers.UpdateRangeAsync([changed], Canceled),
            () => customers.DeleteAsync(saved, Canceled),
            () => customers.DeleteRangeAsync([saved], Canceled),
            () => customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Name = "Northwind" }), Canceled)
        );
        Expect.Equal(1, changed.OriginalVersion, "keep OriginalVersion of an object whose update is canceled");
        await customers.UpdateAsync(changed, trial.Token);
    }

    private static async Task ReadCustomers(Trial trial)
    {
        var customers = trial.Customers;
        var (id, specification) = (
            (await trial.SavedAsync(SampleData.Customer())).Id,
            new CustomersMatching(new CustomerFilter { Name = "Northwind" })
        );
        await ExpectCanceledAsync(
            trial,
            () => customers.GetByIdAsync(id, Canceled),
            () => customers.FirstOrDefaultAsync(specification, Canceled),
            () => customers.SingleOrDefaultAsync(new CustomerWithId(id), Canceled),
            () => customers.ListAsync(Canceled),
            () => customers.ListAsync(specification, Canceled),
            () => customers.ListAsync(new UsageTermsById([id]), Canceled),
            () => customers.CountAsync(Canceled),
            () => customers.CountAsync(specification, Canceled),
            () => customers.AnyAsync(Canceled),
            () => customers.AnyAsync(specification, Canceled),
            async () =>
            {
                await foreach (var _ in customers.AsAsyncEnumerable(specification).WithCancellation(Canceled)) { }
            }
        );
    }

    private static async Task ReadOrWritePlans(Trial trial)
    {
        var (plans, saved) = (trial.Plans, await trial.SavedAsync(SampleData.Plan()));
        var changed = (await trial.FindAsync(saved.Id))!;
        changed.Edit(SampleData.PlanDraft("gold", d => d.IsRetired = true));
        await ExpectCanceledAsync(
            trial,
            () => plans.AddAsync(SampleData.Plan("silver"), Canceled),
            () => plans.UpdateAsync(changed, Canceled),
            () => plans.DeleteAsync(saved, Canceled),
            () => plans.GetByIdAsync(new PlanId("gold"), Canceled),
            () => plans.ListAsync(new PlansOffered(), Canceled),
            () => plans.CountAsync(Canceled)
        );
    }

    private static async Task ReadOrWriteUsage(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var entry = SampleData.UsageEntry(id);
        await ExpectCanceledAsync(
            trial,
            () => trial.Usage.AppendAsync([entry], Canceled),
            () => trial.Usage.FindAsync([new Usage.UsageKey(id, "k-1")], Canceled),
            () => trial.Usage.ReadAsync(id, Canceled)
        );
        Expect.That(await trial.Usage.AppendAsync([entry], trial.Token), "store nothing of a canceled append", "the key is already used");
    }

    private static async Task ExpectCanceledAsync(Trial trial, params Func<Task>[] calls)
    {
        var before = await trial.StateAsync();
        foreach (var (index, call) in calls.Index())
        {
            await Expect.ThrowsAsync<OperationCanceledException>($"cancel call {index + 1} of {calls.Length}", call);
            Expect.Same(before, await trial.StateAsync(), $"store nothing in canceled call {index + 1} of {calls.Length}");
        }
    }
}
