using System.Data;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Checks and rebuilds the sums of usage by day.</summary>
public static class DailyUsageExtensions
{
    private const int CustomersAtOnce = 200;
    private const int MaxAttempts = 10;

    /// <summary>Compares the sums of usage by day with the usage entries of all customers, and corrects sums that differ.</summary>
    /// <param name="context">A context whose model calls <c>ApplyMspCustomers</c>.</param>
    /// <param name="cancellationToken">Cancels the call. Corrections of earlier customers stay.</param>
    /// <returns>The corrected sums, by MSP, customer and day; empty when all sums equal their entries.</returns>
    /// <exception cref="ConcurrencyException">Other callers wrote usage of the same customers during each of 10 attempts.</exception>
    /// <remarks>
    /// The stores change the sums in the transaction of the entries. A host calls this method after usage entries were written or deleted
    /// without the stores, such as by SQL. Hosts can post usage meanwhile. The call reads all usage entries.
    /// </remarks>
    public static async Task<IReadOnlyList<DailyUsageDifference>> RebuildMspCustomersDailyUsageAsync(
        this DbContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var differences = new List<DailyUsageDifference>();
        var msps = await context
            .Set<Customer>()
            .Select(c => EF.Property<string>(c, MspColumn.Name))
            .Distinct()
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var msp in msps.Order(StringComparer.Ordinal))
        {
            var ids = await context.Set<Customer>().OfMsp(msp).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var some in ids.OrderBy(id => id.Value, StringComparer.Ordinal).Chunk(CustomersAtOnce))
            {
                differences.AddRange(await RebuildAsync(context, msp, some, cancellationToken).ConfigureAwait(false));
            }
        }

        return differences;
    }

    private static async Task<List<DailyUsageDifference>> RebuildAsync(
        DbContext context,
        string msp,
        CustomerId[] customers,
        CancellationToken cancellationToken
    )
    {
        var dialect = DialectExtension.Of(context);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await context
                    .Database.CreateExecutionStrategy()
                    .ExecuteAsync(ct => CorrectAsync(context, msp, customers, ct), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (dialect.IsWriteConflict(e))
            {
                if (attempt == MaxAttempts)
                {
                    throw new ConcurrencyException("Other callers write usage of the same customers. Repeat the call.", e);
                }
            }
        }
    }

    // Entries and sums are read in one snapshot.
    private static async Task<List<DailyUsageDifference>> CorrectAsync(
        DbContext context,
        string msp,
        CustomerId[] customers,
        CancellationToken cancellationToken
    )
    {
        var transaction = await context
            .Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken)
            .ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var actual = await ActualAsync(context, msp, customers, cancellationToken).ConfigureAwait(false);
            var stored = await context
                .Set<DailyUsageRow>()
                .AsNoTracking()
                .Where(d => d.Msp == msp && customers.Contains(d.CustomerId))
                .ToDictionaryAsync(d => (d.CustomerId, d.Date, d.IsVoid), d => d.Micros, cancellationToken)
                .ConfigureAwait(false);
            var wrong = actual
                .Keys.Union(stored.Keys)
                .Select(day => (Day: day, Stored: stored.GetValueOrDefault(day), Actual: actual.GetValueOrDefault(day)))
                .Where(d => d.Stored != d.Actual)
                .OrderBy(d => d.Day.CustomerId.Value, StringComparer.Ordinal)
                .ThenBy(d => d.Day.Date)
                .ThenBy(d => d.Day.IsVoid)
                .ToList();
            if (wrong.Count > 0)
            {
                await context
                    .SaveChangesAsync(
                        token =>
                            DailyUsageSums.AddAsync(
                                context,
                                wrong.ConvertAll(d =>
                                    DailyUsageSums.Row(msp, d.Day.CustomerId, d.Day.Date, d.Day.IsVoid, d.Actual - d.Stored)
                                ),
                                token
                            ),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            return wrong.ConvertAll(d => new DailyUsageDifference(
                new MspId(msp),
                d.Day.CustomerId,
                d.Day.Date,
                d.Day.IsVoid,
                Amount(d.Stored),
                Amount(d.Actual)
            ));
        }
    }

    // Whole credits and fractions are summed separately, because a sum of millionths can exceed the integers of a database.
    private static async Task<Dictionary<(CustomerId CustomerId, LocalDate Date, bool IsVoid), Int128>> ActualAsync(
        DbContext context,
        string msp,
        CustomerId[] customers,
        CancellationToken cancellationToken
    )
    {
        var sums = await context
            .Set<UsageRow>()
            .Where(u => u.Msp == msp && customers.Contains(u.CustomerId) && u.Kind != UsageEntryKind.Reservation)
            .GroupBy(u => new
            {
                u.CustomerId,
                u.Date,
                IsVoid = u.Kind == UsageEntryKind.Void,
            })
            .Select(day => new
            {
                day.Key.CustomerId,
                day.Key.Date,
                day.Key.IsVoid,
                Whole = day.Sum(u => (u.Kind == UsageEntryKind.Reversal ? -1 : 1) * (u.CreditMicros / Credits.Scale)),
                Rest = day.Sum(u => (u.Kind == UsageEntryKind.Reversal ? -1 : 1) * (u.CreditMicros % Credits.Scale)),
            })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return sums.ToDictionary(d => (d.CustomerId, d.Date, d.IsVoid), d => ((Int128)d.Whole * Credits.Scale) + d.Rest);
    }

    private static decimal Amount(Int128 micros) => (decimal)micros / Credits.Scale;
}

/// <summary>A sum of usage by day that differed from the usage entries.</summary>
/// <param name="Msp">The MSP of the customer.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Date">The day.</param>
/// <param name="IsVoid">Whether the sum is of voided credits, and not of usage less reversals.</param>
/// <param name="Stored">The stored sum, in credits; 0 when there was none.</param>
/// <param name="Actual">The sum of the entries, in credits, which is stored now.</param>
public sealed record DailyUsageDifference(MspId Msp, CustomerId Customer, LocalDate Date, bool IsVoid, decimal Stored, decimal Actual);
