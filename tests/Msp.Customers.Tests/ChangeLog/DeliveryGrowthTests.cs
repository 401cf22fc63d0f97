using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.ChangeLog;

public sealed class DeliveryGrowthTests
{
    [Fact]
    public async Task F43_The_cost_per_failed_entry_does_not_grow_with_the_number_of_pending_entries()
    {
        await AllocatedByEntryAsync(100);
        var (few, many) = (await AllocatedByEntryAsync(1_000), await AllocatedByEntryAsync(8_000));

        many.Should().BeLessThan(few * 1.5);
    }

    // In-memory storage runs on the calling thread.
    private static async Task<double> AllocatedByEntryAsync(int changes)
    {
        var subscriber = new FailingSubscriber();
        using var host = new Host(add: services => services.AddScoped<IChangeSubscriber>(_ => subscriber));
        var plans = host.Get<InMemoryPlanStore>();
        for (var n = 0; n < changes; n++)
        {
            await plans.AddAsync(ServicePlan.Create(Valid.PlanDraft($"p{n}")));
        }

        var delivery = host.Get<ChangeDelivery>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failure = (await delivery.Awaiting(d => d.DeliverAsync()).Should().ThrowAsync<AggregateException>()).Which;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        subscriber.Calls.Should().Be(changes, "each entry is tried once");
        failure.InnerExceptions.Should().HaveCount(100, "only the first exceptions are kept");
        return (double)allocated / changes;
    }

    private sealed class FailingSubscriber : IChangeSubscriber
    {
        public int Calls { get; private set; }

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            Calls++;
            throw new InvalidOperationException("Not now.");
        }
    }
}
