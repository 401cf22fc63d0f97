using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>
/// The change log in a context whose model calls <c>ApplyMspCustomers</c>. The stores write it in the transaction of each change.
/// </summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public sealed class DbContextChangeLog<TContext> : IChangeLog
    where TContext : DbContext
{
    private readonly TContext context;
    private readonly DatabaseDialect dialect;
    private readonly MspId msp;

    /// <summary>Creates the log.</summary>
    /// <param name="context">The context.</param>
    /// <param name="msp">The MSP that the log belongs to; <see cref="MspId.Default"/> when omitted.</param>
    public DbContextChangeLog(TContext context, MspId? msp = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        this.context = context;
        dialect = DialectExtension.Of(context);
        this.msp = msp ?? MspId.Default;
    }

    private IQueryable<ChangeRow> Rows => context.Set<ChangeRow>().AsNoTracking().Where(c => c.Msp == msp.Value);

    // Sorted by rank and version and not by time, because a clock can stop or be set back. A deletion deletes all earlier entries, so that
    // its own entry precedes those of an aggregate that is stored under the same id later.
    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangeEntry> ListAsync(
        ChangeSubject subject,
        string id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (!TextLimits.IsStorable(id))
        {
            yield break;
        }

        var rows = Rows.Where(c => c.Subject == subject && c.SubjectId == id)
            .OrderBy(c => c.Rank)
            .ThenBy(c => c.Version)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return row.ToEntry();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(
        int max,
        ChangeEntry? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        // A parameter, because SQLite uses no index for NOT.
        var isDelivered = false;
        var waiting = Rows.Where(c => c.IsDelivered == isDelivered);
        if (after is not null)
        {
            // The sort order of the index. The first condition lets the database seek in it.
            var (at, rank, version, id) = (after.ChangedAt.ToDateTimeUtc(), ChangeRow.RankOf(after), after.Version, after.Id);
            waiting = waiting
                .Where(c => c.ChangedAt >= at)
                .Where(c =>
                    c.ChangedAt > at
                    || c.Rank > rank
                    || (c.Rank == rank && (c.Version > version || (c.Version == version && c.Id.CompareTo(id) > 0)))
                );
        }

        var rows = await waiting
            .OrderBy(c => c.ChangedAt)
            .ThenBy(c => c.Rank)
            .ThenBy(c => c.Version)
            .ThenBy(c => c.Id)
            .Take(max)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(c => c.ToEntry());
    }

    /// <inheritdoc/>
    public async Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        try
        {
            foreach (var chunk in entries.Chunk(500))
            {
                await Rows.Where(c => chunk.Contains(c.Id))
                    .ExecuteUpdateAsync(c => c.SetProperty(r => r.IsDelivered, true), cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception e) when (dialect.IsWriteConflict(e))
        {
            throw new ConcurrencyException(
                "Another caller wrote the same entries at the same time. Not all entries are marked as delivered; deliver again.",
                e
            );
        }
    }
}
