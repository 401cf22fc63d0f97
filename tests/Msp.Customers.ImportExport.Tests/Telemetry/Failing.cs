using Msp.Customers.AspNetCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.ImportExport.Tests.Telemetry;

// Code of a host that always fails, with personal data in the message.
internal sealed class Failing : CustomerStore, IUsageStore, ISectionProvider<BackupJobs>, IChangeSubscriber
{
    public static Exception Failure => new InvalidOperationException("Zebedee Quillfeather, 1 Wobblegate Mews, zq@mumblecorp.example");

    public ValueTask<BackupJobs?> ReadAsync(Customer customer, CancellationToken cancellationToken) => throw Failure;

    public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken) => throw Failure;

    public Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken) =>
        throw Failure;

    public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken) => throw Failure;

    public IAsyncEnumerable<UsageEntry> ListAsync(CustomerId customer, EffectivePeriod period, CancellationToken cancellationToken) =>
        throw Failure;

    public Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken) => throw Failure;

    protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) => throw Failure;

    protected override IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? specification,
        CancellationToken cancellationToken
    ) => throw Failure;

    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        throw Failure;

    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    ) => throw Failure;

    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) => throw Failure;
}
