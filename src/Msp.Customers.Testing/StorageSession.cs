using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

/// <summary>An opened storage, as one process or one scope of a host has it.</summary>
public sealed class StorageSession : IAsyncDisposable
{
    private readonly IAsyncDisposable? owner;

    /// <summary>Gathers the repositories of a scope.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="plans">The service plans.</param>
    /// <param name="usage">The usage; null where the host keeps none.</param>
    /// <param name="owner">What is disposed with the session, such as a context or a scope; null for nothing.</param>
    /// <param name="author">Who changes what; the same that the repositories were given. Null where the host keeps no change log.</param>
    /// <param name="changes">The change log; null where the host keeps none.</param>
    public StorageSession(
        IRepositoryBase<Customer> customers,
        IRepositoryBase<ServicePlan> plans,
        IUsageStore? usage = null,
        IAsyncDisposable? owner = null,
        ChangeContext? author = null,
        IChangeLog? changes = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        Customers = customers;
        Plans = plans;
        Usage = usage;
        Author = author;
        Changes = changes;
        this.owner = owner;
    }

    /// <summary>The customers.</summary>
    public IRepositoryBase<Customer> Customers { get; }

    /// <summary>The service plans.</summary>
    public IRepositoryBase<ServicePlan> Plans { get; }

    /// <summary>The usage; null where the host keeps none.</summary>
    public IUsageStore? Usage { get; }

    /// <summary>Who changes what; null where the host keeps no change log.</summary>
    public ChangeContext? Author { get; }

    /// <summary>The change log; null where the host keeps none.</summary>
    public IChangeLog? Changes { get; }

    /// <summary>Closes the session; what it stored stays.</summary>
    /// <returns>A task that ends when it is closed.</returns>
    public ValueTask DisposeAsync() => owner?.DisposeAsync() ?? ValueTask.CompletedTask;
}
