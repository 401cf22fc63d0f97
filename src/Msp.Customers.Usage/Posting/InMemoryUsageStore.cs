using System.Runtime.CompilerServices;
using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.Usage;

/// <summary>A usage store in memory, for tests and first steps. Instances are thread-safe.</summary>
public sealed class InMemoryUsageStore : IUsageStore
{
    private readonly Dictionary<CustomerId, InMemoryCustomerUsage> usageOf = [];
    private readonly InMemoryCustomerUsage none = new();
    private readonly Lock gate = new();
    private readonly InMemoryCustomerStore customers;

    /// <summary>Creates an empty store.</summary>
    /// <param name="customers">The store of customers. The usage of a customer is deleted together with the customer.</param>
    public InMemoryUsageStore(InMemoryCustomerStore customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        this.customers = customers;
        customers.Deleted += Remove;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<UsageEntry>>([.. keys.SelectMany(k => UsageOf(k.Customer).WithKey(k.Key))]);
        }
    }

    /// <inheritdoc/>
    public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(UsageOf(customer).Sums());
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<UsageEntry> ListAsync(
        CustomerId customer,
        EffectivePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customer);
        await Task.CompletedTask.ConfigureAwait(false);
        List<UsageEntry> listed;
        lock (gate)
        {
            listed = [.. UsageOf(customer).Entries.Where(e => period.Contains(e.Date))];
        }

        foreach (
            var entry in listed.OrderBy(e => e.Date).ThenBy(e => e.Key, Comparer<string>.Create(CodePoints.Compare)).ThenBy(e => e.Kind)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            // The usage of a customer that is deleted from here on is removed after the entries of this call are added.
            if (
                UsageEntry.ContainsDuplicates(entries)
                || entries.Any(e => UsageOf(e.Customer).Has(e))
                || entries.Select(e => e.Customer).Distinct().Any(id => !customers.Contains(id))
            )
            {
                return Task.FromResult(false);
            }

            foreach (var entry in entries)
            {
                if (!usageOf.TryGetValue(entry.Customer, out var usage))
                {
                    usageOf.Add(entry.Customer, usage = new InMemoryCustomerUsage());
                }

                usage.Add(entry);
            }

            return Task.FromResult(true);
        }
    }

    private InMemoryCustomerUsage UsageOf(CustomerId customer) => usageOf.GetValueOrDefault(customer, none);

    private void Remove(string customer)
    {
        lock (gate)
        {
            usageOf.Remove(new CustomerId(customer));
        }
    }
}
