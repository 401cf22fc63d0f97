using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Msp.Customers;
using Msp.Customers.Names;
using Msp.Customers.Usage;

namespace LegacyBilling;

/// <summary>The library's usage in a table of the billing system: the four members of <see cref="IUsageStore"/>.</summary>
/// <param name="database">The database.</param>
/// <param name="msp">The MSP.</param>
public sealed class MeterStore(BillingDatabase database, MspId msp) : IUsageStore
{
    private const string Select = "SELECT m.*, c.EXT_ID FROM METER m JOIN CLIENT c ON c.CLIENT_NO = m.CLIENT_NO WHERE c.MSP = @Msp";

    // The driver replaces an incomplete surrogate pair by another character, which could match a different key: such text is not queried.
    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<UsageEntry>>(
            async transaction =>
            {
                var found = new List<UsageEntry>();
                foreach (var key in keys.Where(k => TextLimits.IsStorable(k.Customer.Value) && TextLimits.IsStorable(k.Key)))
                {
                    found.AddRange(
                        await QueryAsync(
                                transaction,
                                $"{Select} AND c.EXT_ID = @Client AND m.READING = @Key",
                                new
                                {
                                    Msp = msp.Value,
                                    Client = key.Customer.Value,
                                    key.Key,
                                }
                            )
                            .ConfigureAwait(false)
                    );
                }

                return found;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async transaction =>
            {
                if (!TextLimits.IsStorable(customer.Value))
                {
                    return new CustomerUsage(0, [], []);
                }

                var parameters = new { Msp = msp.Value, Client = customer.Value };
                var sequence = await transaction
                    .Connection!.ExecuteScalarAsync<long?>(
                        "SELECT MAX(m.SEQ_NO) FROM METER m JOIN CLIENT c ON c.CLIENT_NO = m.CLIENT_NO "
                            + "WHERE c.MSP = @Msp AND c.EXT_ID = @Client",
                        parameters,
                        transaction
                    )
                    .ConfigureAwait(false);

                // Sums whole units and millionths separately, so that no sum exceeds an integer of the database. Kinds: 0 used, 1
                // reversed, 2 reserved, 3 voided.
                var days = await transaction
                    .Connection!.QueryAsync<(string Day, bool IsVoid, long Whole, long Micros)>(
                        """
                        SELECT m.DAY, m.KIND = 3,
                            SUM(IIF(m.KIND = 1, -1, 1) * (m.MICRO_UNITS / 1000000)), SUM(IIF(m.KIND = 1, -1, 1) * (m.MICRO_UNITS % 1000000))
                        FROM METER m JOIN CLIENT c ON c.CLIENT_NO = m.CLIENT_NO
                        WHERE c.MSP = @Msp AND c.EXT_ID = @Client AND m.KIND <> 2 GROUP BY m.DAY, m.KIND = 3 ORDER BY m.DAY, m.KIND = 3
                        """,
                        parameters,
                        transaction
                    )
                    .ConfigureAwait(false);
                var reserved = await QueryAsync(
                        transaction,
                        $"{Select} AND c.EXT_ID = @Client AND m.KIND = 2 AND NOT EXISTS ("
                            + "SELECT 1 FROM METER u WHERE u.CLIENT_NO = m.CLIENT_NO AND u.READING = m.READING AND u.KIND = 0)",
                        parameters
                    )
                    .ConfigureAwait(false);
                return new CustomerUsage(
                    sequence ?? 0,
                    [
                        .. days.SelectMany(d =>
                            DailyUsage.FromSum(Values.Date(d.Day), ((Int128)d.Whole * Credits.Scale) + d.Micros, d.IsVoid)
                        ),
                    ],
                    reserved
                );
            },
            cancellationToken
        );

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

        var parameters = new
        {
            Msp = msp.Value,
            Client = customer.Value,
            From = Values.Text(period.EffectiveDate),
            Through = Values.Text(period.EndDate ?? SupportedDates.Last),
        };
        var listed = await database
            .ReadAsync(
                t =>
                    QueryAsync(
                        t,
                        $"{Select} AND c.EXT_ID = @Client AND m.DAY BETWEEN @From AND @Through ORDER BY m.DAY, m.READING, m.KIND",
                        parameters
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var entry in listed)
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var entry in entries)
                {
                    var written = await transaction
                        .Connection!.ExecuteAsync(
                            """
                            INSERT INTO METER (CLIENT_NO, READING, KIND, DAY, AT_MICROS,
                                MICRO_UNITS, ASKED_MICRO, NOTED_MICROS, HELD_MICROS, SEQ_NO)
                            SELECT CLIENT_NO, @Key, @Kind, @Day, @At, @Micros, @Asked, @Noted, @Held, @Sequence
                                FROM CLIENT WHERE MSP = @Msp AND EXT_ID = @Client
                            """,
                            new
                            {
                                Msp = msp.Value,
                                Client = entry.Customer.Value,
                                entry.Key,
                                Kind = (int)entry.Kind,
                                Day = Values.Text(entry.Date),
                                At = Values.Micros(entry.OccurredAt),
                                entry.Credits.Micros,
                                Asked = entry.Requested.Micros,
                                Noted = Values.Micros(entry.RecordedAt),
                                Held = Values.Micros(entry.HeldUntil),
                                entry.Sequence,
                            },
                            transaction
                        )
                        .ConfigureAwait(false);
                    if (written == 0)
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<UsageEntry>> QueryAsync(DbTransaction transaction, string sql, object parameters) =>
        [
            .. (await transaction.Connection!.QueryAsync<MeterRow>(sql, parameters, transaction).ConfigureAwait(false)).Select(r =>
                r.ToEntry()
            ),
        ];
}
