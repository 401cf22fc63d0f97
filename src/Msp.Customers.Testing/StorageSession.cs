using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

/// <summary>The stores of an opened storage, as one process or one scope of a host uses them.</summary>
public sealed class StorageSession : IAsyncDisposable
{
    private readonly IAsyncDisposable? owner;

    /// <summary>Creates a session.</summary>
    /// <param name="customers">The store of customers.</param>
    /// <param name="plans">The store of service plans.</param>
    /// <param name="usage">The store of usage; null when the host does not store usage.</param>
    /// <param name="owner">An object that is disposed with the session, such as a context or a scope; null for none.</param>
    /// <param name="changeContext">The change context that the stores were created with; null when the host has no change log.</param>
    /// <param name="changes">The change log; null when the host has no change log.</param>
    public StorageSession(
        IRepositoryBase<Customer> customers,
        IRepositoryBase<ServicePlan> plans,
        IUsageStore? usage = null,
        IAsyncDisposable? owner = null,
        ChangeContext? changeContext = null,
        IChangeLog? changes = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        Customers = customers;
        Plans = plans;
        Usage = usage;
        ChangeContext = changeContext;
        Changes = changes;
        this.owner = owner;
    }

    /// <summary>The store of customers.</summary>
    public IRepositoryBase<Customer> Customers { get; }

    /// <summary>The store of service plans.</summary>
    public IRepositoryBase<ServicePlan> Plans { get; }

    /// <summary>The store of usage; null when the host does not store usage.</summary>
    public IUsageStore? Usage { get; }

    /// <summary>The change context of the stores; null when the host has no change log.</summary>
    public ChangeContext? ChangeContext { get; }

    /// <summary>The change log; null when the host has no change log.</summary>
    public IChangeLog? Changes { get; }

    /// <summary>Disposes the owner of the session. The stored data is not deleted.</summary>
    /// <returns>A task that completes when the session is closed.</returns>
    public ValueTask DisposeAsync() => owner?.DisposeAsync() ?? ValueTask.CompletedTask;
}
