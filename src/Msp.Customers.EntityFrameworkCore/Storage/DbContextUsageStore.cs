using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The store of usage in a context whose model calls <c>ApplyMspCustomers</c>.</summary>
/// <remarks>
/// Pending changes of the host's own entities in the same context are saved with the appended entries. When nothing is appended, because of
/// a repeated entry or a refusal, they stay pending.
/// </remarks>
/// <typeparam name="TContext">The type of the context.</typeparam>
public sealed class DbContextUsageStore<TContext> : IUsageStore
    where TContext : DbContext
{
    private const int ChunkSize = 500;
    private readonly TContext context;
    private readonly DatabaseDialect dialect;
    private readonly MspId msp;

    /// <summary>Creates the store.</summary>
    /// <param name="context">The context.</param>
    /// <param name="msp">The MSP that the store serves; <see cref="MspId.Default"/> when omitted.</param>
    public DbContextUsageStore(TContext context, MspId? msp = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        this.context = context;
        dialect = DialectExtension.Of(context);
        this.msp = msp ?? MspId.Default;
    }

    private IQueryable<UsageRow> Rows => context.Set<UsageRow>().AsNoTracking().OfMsp(msp.Value);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UsageEntry>> FindAsync(
        IReadOnlyCollection<UsageKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<UsageEntry>();
        foreach (var chunk in keys.Where(k => TextLimits.IsStorable(k.Key) && TextLimits.IsStorable(k.Customer.Value)).Chunk(ChunkSize))
        {
            // The database filters by two separate lists. The pairs are matched in memory.
            List<CustomerId> customers = [.. chunk.Select(k => k.Customer).Distinct()];
            List<string> texts = [.. chunk.Select(k => k.Key).Distinct()];
            var wanted = chunk.ToHashSet();
            var rows = await Rows.Where(u => customers.Contains(u.CustomerId) && texts.Contains(u.Key))
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            found.AddRange(rows.Where(u => wanted.Contains(new UsageKey(u.CustomerId, u.Key))).Select(u => u.ToEntry()));
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        if (!TextLimits.IsStorable(customer.Value))
        {
            return new CustomerUsage(0, [], []);
        }

        var of = Rows.Where(u => u.CustomerId == customer);
        var sequence = await of.Where(u => u.Sequence != null).MaxAsync(u => u.Sequence, cancellationToken).ConfigureAwait(false);

        var days = await context
            .Set<DailyUsageRow>()
            .AsNoTracking()
            .Where(d => d.Msp == msp.Value && d.CustomerId == customer)
            .OrderBy(d => d.Date)
            .ThenBy(d => d.IsVoid)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var reservations = await of.Where(u =>
                u.Kind == UsageEntryKind.Reservation && !of.Any(o => o.Key == u.Key && o.Kind == UsageEntryKind.Usage)
            )
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return new CustomerUsage(
            sequence ?? 0,
            [.. days.SelectMany(d => DailyUsage.FromSum(d.Date, d.Micros, d.IsVoid))],
            [.. reservations.Select(u => u.ToEntry())]
        );
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<UsageEntry> ListAsync(
        CustomerId customer,
        EffectivePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (!TextLimits.IsStorable(customer.Value))
        {
            yield break;
        }

        var (from, through) = (period.EffectiveDate, period.EndDate ?? SupportedDates.Last);
        var listed = Rows.Where(u => u.CustomerId == customer && u.Date >= from && u.Date <= through)
            .OrderBy(u => u.Date)
            .ThenBy(u => u.Key)
            .ThenBy(u =>
                u.Kind == UsageEntryKind.Usage ? 0
                : u.Kind == UsageEntryKind.Reversal ? 1
                : u.Kind == UsageEntryKind.Reservation ? 2
                : 3
            );
        await foreach (var row in listed.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return row.ToEntry();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (UsageEntry.ContainsDuplicates(entries))
        {
            return false;
        }

        List<UsageRow> rows = [.. entries.Select(e => UsageRow.Of(e, msp))];
        var days = DailyUsageSums.Of(entries, msp);
        try
        {
            if (context.UsesBulkInsert(rows.Count, typeof(UsageRow)))
            {
                await context.InsertAsync(msp.Value, [rows], AddDaysAsync, cancellationToken).ConfigureAwait(false);
                return true;
            }

            context.AddRange(rows);
            await (
                days.Count == 0 ? context.SaveChangesAsync(cancellationToken) : context.SaveChangesAsync(AddDaysAsync, cancellationToken)
            ).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (dialect.IsWriteConflict(e))
        {
            // In a transaction of the host, only the host can repeat the write.
            return context.Database.CurrentTransaction is null
                ? false
                : throw new ConcurrencyException(
                    "Another caller wrote the same rows at the same time. Nothing is saved; read again and repeat.",
                    e
                );
        }
        catch (DbException e) when (dialect.IsUniqueViolation(e) || dialect.IsForeignKeyViolation(e))
        {
            // A day of a customer that is no longer stored.
            return false;
        }
        catch (DbUpdateException e)
        {
            Detach();
            if (
                (
                    (dialect.IsUniqueViolation(e) || dialect.IsForeignKeyViolation(e))
                    && e.Entries.All(x => x.Entity is UsageRow or DailyUsageRow)
                ) || await IsTakenAsync(entries, cancellationToken).ConfigureAwait(false)
            )
            {
                return false;
            }

            throw;
        }
        finally
        {
            Detach();
        }

        Task AddDaysAsync(CancellationToken token) => DailyUsageSums.AddAsync(context, days, token);
    }

    private void Detach() =>
        context
            .ChangeTracker.Entries()
            .Where(e => e.Entity is UsageRow or DailyUsageRow)
            .ToList()
            .ForEach(e => e.State = EntityState.Detached);

    private async Task<bool> IsTakenAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        var found = await FindAsync([.. entries.Select(e => new UsageKey(e.Customer, e.Key)).Distinct()], cancellationToken)
            .ConfigureAwait(false);
        var kinds = found.Select(e => (e.Customer, e.Key, e.Kind)).ToHashSet();
        if (entries.Any(e => kinds.Contains((e.Customer, e.Key, e.Kind))))
        {
            return true;
        }

        foreach (var of in entries.GroupBy(e => e.Customer))
        {
            List<long?> sequences = [.. of.Select(e => e.Sequence).Where(s => s is not null)];
            if (
                await Rows.AnyAsync(u => u.CustomerId == of.Key && sequences.Contains(u.Sequence), cancellationToken).ConfigureAwait(false)
                || !await context.Set<Customer>().OfMsp(msp.Value).AnyAsync(c => c.Id == of.Key, cancellationToken).ConfigureAwait(false)
            )
            {
                return true;
            }
        }

        return false;
    }
}
