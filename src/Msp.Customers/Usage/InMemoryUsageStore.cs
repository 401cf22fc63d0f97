using System.Runtime.CompilerServices;
using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Usage kept in memory, for tests and first steps. Safe to share between threads.</summary>
public sealed class InMemoryUsageStore : IUsageStore
{
    private readonly Dictionary<CustomerId, List<UsageEntry>> entriesOf = [];
    private readonly HashSet<(UsageKey Key, UsageEntryKind Kind)> taken = [];
    private readonly Lock gate = new();
    private readonly InMemoryCustomerStore customers;

    /// <summary>Makes an empty store.</summary>
    /// <param name="customers">The customers; what one of them used goes with it when it is deleted.</param>
    public InMemoryUsageStore(InMemoryCustomerStore customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        this.customers = customers;
        customers.Removed += Forget;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<UsageEntry>>(
                [.. keys.GroupBy(k => k.Customer).SelectMany(of => Of(of.Key).Where(e => of.Contains(e.Identity)))]);
        }
    }

    /// <inheritdoc/>
    public Task<CustomerUsage> ReadAsync(CustomerId customer, Instant now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var all = Of(customer);
            return Task.FromResult(new CustomerUsage(
                all.Max(e => e.Turn) ?? 0,
                [
                    .. all.Where(e => e.Kind != UsageEntryKind.Reservation)
                        .GroupBy(e => e.Date, (date, day) => (Date: date, Micros: day.Aggregate(Int128.Zero, (sum, e) => sum + (e.Kind == UsageEntryKind.Usage ? e.Credits.Micros : -e.Credits.Micros))))
                        .OrderBy(d => d.Date).SelectMany(d => DailySums.Of(d.Date, d.Micros)),
                ],
                [.. all.Where(e => e.Kind == UsageEntryKind.Reservation && e.HeldUntil > now && !taken.Contains((e.Identity, UsageEntryKind.Usage)))]));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<UsageEntry> ListAsync(CustomerId customer, EffectivePeriod period, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        List<UsageEntry> listed;
        lock (gate)
        {
            listed = [.. Of(customer).Where(e => period.Contains(e.Date))];
        }

        foreach (var entry in listed.OrderBy(e => e.Date).ThenBy(e => e.Key, Comparer<string>.Create(CodePoints.Compare)).ThenBy(e => e.Kind))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var id in entries.Select(e => e.Customer).Distinct())
        {
            if (await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        lock (gate)
        {
            if (entries.Any(e => taken.Contains((e.Identity, e.Kind)) || (e.Turn is { } turn && Of(e.Customer).Any(o => o.Turn == turn))))
            {
                return false;
            }

            foreach (var entry in entries)
            {
                if (!entriesOf.TryGetValue(entry.Customer, out var of))
                {
                    entriesOf.Add(entry.Customer, of = []);
                }

                of.Add(entry);
                taken.Add((entry.Identity, entry.Kind));
            }

            return true;
        }
    }

    private List<UsageEntry> Of(CustomerId customer) => entriesOf.GetValueOrDefault(customer) ?? [];

    private void Forget(CustomerId customer)
    {
        lock (gate)
        {
            entriesOf.Remove(customer);
            taken.RemoveWhere(t => t.Key.Customer == customer);
        }
    }
}
