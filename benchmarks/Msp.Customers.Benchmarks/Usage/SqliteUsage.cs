using Microsoft.Data.Sqlite;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Benchmarks.Usage;

// Quotas and usage in a database in memory, queried by one prepared statement. Integer days and limited quotas only minimize its work.
internal sealed class SqliteUsage : IDisposable
{
    private const string Tables = """
        CREATE TABLE quota (
            number INTEGER PRIMARY KEY, priority INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, micros INTEGER NOT NULL);
        CREATE TABLE usage (entry INTEGER PRIMARY KEY, day INTEGER NOT NULL, micros INTEGER NOT NULL);
        """;

    // The recursion walks the days, and within a day the quotas in the order of consumption. It carries the uncovered amount, and the
    // remaining credits of every quota as JSON.
    private const string Sql = """
        WITH RECURSIVE
        ranked AS MATERIALIZED (
            SELECT *, row_number() OVER (ORDER BY priority, last, first, number) - 1 AS rank FROM quota),
        used AS MATERIALIZED (
            SELECT day, sum(micros) AS micros FROM usage WHERE day <= $last GROUP BY day),
        step AS MATERIALIZED (
            SELECT row_number() OVER (ORDER BY day, rank) AS n, rank, used.micros AS used,
                row_number() OVER (PARTITION BY day ORDER BY rank) = 1 AS opens
            FROM used JOIN ranked ON day BETWEEN first AND last),
        walk (n, rank, due, remaining) AS (
            SELECT 0, 0, 0, (SELECT json_group_array(micros) FROM (SELECT micros FROM ranked ORDER BY rank))
            UNION ALL
            SELECT
                step.n,
                step.rank,
                iif(step.opens, step.used, max(due - (remaining ->> walk.rank), 0)),
                json_set(remaining, '$[' || walk.rank || ']', max((remaining ->> walk.rank) - due, 0))
            FROM walk JOIN step ON step.n = walk.n + 1),
        payment AS MATERIALIZED (
            SELECT rank, min(due, remaining ->> rank) AS paid FROM walk)
        SELECT number, coalesce((SELECT sum(paid) FROM payment WHERE payment.rank = ranked.rank), 0) FROM ranked
        UNION ALL
        SELECT NULL, (SELECT sum(micros) FROM used) - (SELECT sum(paid) FROM payment);
        """;

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand query;

    public SqliteUsage(IEnumerable<CreditQuota> quotas, IEnumerable<DailyUsage> usage, LocalDate last)
    {
        connection.Open();
        Run(Tables);
        using (var transaction = connection.BeginTransaction())
        {
            Insert("INSERT INTO quota VALUES ($0, $1, $2, $3, $4)", 5, quotas.Select(RowOf));
            Insert("INSERT INTO usage (day, micros) VALUES ($0, $1)", 2, usage.Select(RowOf));
            transaction.Commit();
        }

        // The index contains all queried columns, in the order of the sums.
        Run("CREATE INDEX usage_by_day ON usage (day, micros); ANALYZE;");
        query = connection.CreateCommand();
        query.CommandText = Sql;
        query.Parameters.AddWithValue("$last", Key(last));
        query.Prepare();
    }

    public UsageResult Query()
    {
        var consumed = new Dictionary<int, decimal>();
        var overage = 0m;
        using var rows = query.ExecuteReader();
        while (rows.Read())
        {
            var amount = rows.GetInt64(1) / (decimal)Credits.Scale;
            if (rows.IsDBNull(0))
            {
                overage = amount;
            }
            else
            {
                consumed.Add(rows.GetInt32(0), amount);
            }
        }

        return new UsageResult(consumed, overage);
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }

    private static long Key(LocalDate date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;

    private static long[] RowOf(CreditQuota quota) =>
        [quota.Number, quota.Priority, Key(quota.EffectiveDate), Key(quota.EndDate!.Value), quota.Limit.Credits!.Value.Micros];

    private static long[] RowOf(DailyUsage usage) => [Key(usage.Date), usage.Credits.Micros];

    private void Run(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void Insert(string text, int columns, IEnumerable<long[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        SqliteParameter[] values = [.. Enumerable.Range(0, columns).Select(i => command.Parameters.Add($"${i}", SqliteType.Integer))];
        foreach (var row in rows)
        {
            for (var i = 0; i < columns; i++)
            {
                values[i].Value = row[i];
            }

            command.ExecuteNonQuery();
        }
    }
}
