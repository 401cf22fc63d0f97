using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.ChangeLog;

public sealed class DeliveryGrowthTests
{
    [Fact]
    public async Task F43_What_a_change_costs_that_a_subscriber_does_not_handle_is_the_same_however_many_wait()
    {
        await AllocatedByChangeAsync(100);
        var (few, many) = (await AllocatedByChangeAsync(1_000), await AllocatedByChangeAsync(8_000));

        many.Should().BeLessThan(few * 1.5);
    }

    // Everything in memory is done by the thread that asks.
    private static async Task<double> AllocatedByChangeAsync(int changes)
    {
        var down = new Down();
        using var host = new Host(add: services => services.AddScoped<IChangeSubscriber>(_ => down));
        var plans = host.Get<InMemoryPlanStore>();
        for (var n = 0; n < changes; n++)
        {
            await plans.AddAsync(ServicePlan.Create(Valid.PlanDraft($"p{n}")));
        }

        var delivery = host.Get<ChangeDelivery>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failure = (await delivery.Awaiting(d => d.DeliverAsync()).Should().ThrowAsync<AggregateException>()).Which;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        down.Tries.Should().Be(changes, "each is tried once");
        failure.InnerExceptions.Should().HaveCount(100, "not all of what was thrown is kept");
        return (double)allocated / changes;
    }

    private sealed class Down : IChangeSubscriber
    {
        public int Tries { get; private set; }

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            Tries++;
            throw new InvalidOperationException("Not now.");
        }
    }
}
