using System.Runtime.CompilerServices;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Each step is a separate member, so that a flawed store overrides one of them.
internal class TableUsage(TableStorage tables, MspId msp) : IUsageStore
{
    private readonly string mine = tables.Flaw.MspKey(msp);

    public TableStorage Tables => tables;

    public MspId Msp => msp;

    public virtual Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wanted = keys.Select(k => (k.Customer, tables.Flaw.UsageKey(k.Key))).ToHashSet();
        return Task.FromResult<IReadOnlyList<UsageEntry>>(
            Entries().FindAll(e => wanted.Contains((e.Customer, tables.Flaw.UsageKey(e.Key))))
        );
    }

    public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var of = Entries().FindAll(e => e.Customer == customer);
        return Task.FromResult(
            new CustomerUsage(LastSequence(of), [.. Days(of)], of.FindAll(e => e.Kind == UsageEntryKind.Reservation && IsOpen(e, of)))
        );
    }

    public async IAsyncEnumerable<UsageEntry> ListAsync(
        CustomerId customer,
        EffectivePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var entry in Ordered(Entries().Where(e => e.Customer == customer && IsIn(period, e.Date))))
        {
            yield return entry;
        }
    }

    public virtual async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (tables.Flaw.ChecksInSeparateStep)
        {
            if (!Entries(_ => MayAppend(entries)))
            {
                return false;
            }

            await Task.Delay(20, cancellationToken);
        }

        return Entries(stored =>
        {
            if (!tables.Flaw.ChecksInSeparateStep && !MayAppend(entries))
            {
                return false;
            }

            stored.AddRange(entries.Select(e => (mine, tables.Flaw.ChangeStoredEntry(e))));
            return true;
        });
    }

    protected virtual long LastSequence(List<UsageEntry> of) => of.Max(e => e.Sequence) ?? 0;

    protected virtual IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        of.Where(e => e.Kind != UsageEntryKind.Reservation)
            .GroupBy(e => (e.Date, IsVoid: IsVoid(e)))
            .OrderBy(day => day.Key)
            .SelectMany(day =>
                DailyUsage.FromSum(
                    day.Key.Date,
                    day.Aggregate(
                        Int128.Zero,
                        (sum, e) => sum + (e.Kind == UsageEntryKind.Reversal ? -e.Credits.Micros : e.Credits.Micros)
                    ),
                    day.Key.IsVoid
                )
            );

    protected virtual bool IsVoid(UsageEntry entry) => entry.Kind == UsageEntryKind.Void;

    protected virtual bool IsOpen(UsageEntry reservation, List<UsageEntry> of) =>
        !of.Exists(e => e.Key == reservation.Key && e.Kind == UsageEntryKind.Usage);

    protected virtual bool IsIn(EffectivePeriod period, LocalDate date) => period.Contains(date);

    protected virtual IEnumerable<UsageEntry> Ordered(IEnumerable<UsageEntry> entries) =>
        entries.OrderBy(e => e.Date).ThenBy(e => CustomerId.FromStored(e.Key)).ThenBy(e => e.Kind);

    protected virtual bool IsKeyTaken(UsageEntry entry) =>
        Of(entry).Any(e => tables.Flaw.UsageKey(e.Key) == tables.Flaw.UsageKey(entry.Key) && e.Kind == entry.Kind);

    protected virtual bool IsSequenceTaken(UsageEntry entry) =>
        entry.Sequence is not null && Of(entry).Any(e => e.Sequence == entry.Sequence);

    protected virtual bool IsStored(CustomerId customer) => tables.Customers.ContainsKey((mine, tables.Flaw.IdKey(customer.Value)));

    protected IEnumerable<UsageEntry> Of(UsageEntry entry) =>
        tables.Usage.Where(u => u.Msp == mine && u.Entry.Customer == entry.Customer).Select(u => u.Entry);

    protected virtual bool ContainsDuplicates(IReadOnlyList<UsageEntry> entries) => UsageEntry.ContainsDuplicates(entries);

    protected bool MayAppend(IReadOnlyList<UsageEntry> entries) =>
        !ContainsDuplicates(entries) && entries.All(e => IsStored(e.Customer) && !IsKeyTaken(e) && !IsSequenceTaken(e));

    protected T Entries<T>(Func<List<(string Msp, UsageEntry Entry)>, T> act)
    {
        lock (tables.Gate)
        {
            return act(tables.Usage);
        }
    }

    private List<UsageEntry> Entries() => Entries(all => all.Where(u => u.Msp == mine).Select(u => u.Entry).ToList());
}
