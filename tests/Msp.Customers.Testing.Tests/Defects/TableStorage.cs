using Msp.Customers.Plans;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Tables in memory for several MSPs, with the base classes derived as a host derives them, and a flaw at most.
internal sealed class TableStorage(Flaw flaw) : IStorageUnderTest
{
    public Flaw Flaw => flaw;

    public Lock Gate { get; } = new();

    public Dictionary<(string Msp, string Id), CustomerSnapshot> Customers { get; } = [];

    public Dictionary<(string Msp, string Id), PlanSnapshot> Plans { get; } = [];

    public List<(string Msp, UsageEntry Entry)> Usage { get; } = [];

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken) =>
        new(new StorageSession(flaw.Customers(new TableCustomers(this, msp)), flaw.Plans(new TablePlans(this, msp)), flaw.Usage(new TableUsage(this, msp))));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
