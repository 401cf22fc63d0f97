using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// Writes many new rows by COPY in its binary format.
internal sealed class CopyWriter : RowWriter
{
    public override async Task WriteAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken)
    {
        var npgsql = (NpgsqlConnection)connection.DbConnection;
        var types = rows.Types.Select(t => t.StoreTypeNameBase).ToArray();
        var values = new object?[types.Length];
        var copy = await npgsql
            .BeginBinaryImportAsync($"COPY {rows.Table} ({string.Join(", ", rows.Columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken)
            .ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                rows.Read(row, values);
                await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < values.Length; i++)
                {
                    await (
                        values[i] is { } value
                            ? copy.WriteAsync(value, types[i], cancellationToken)
                            : copy.WriteNullAsync(cancellationToken)
                    ).ConfigureAwait(false);
                }
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        await AnalyzeAsync(npgsql, rows.Table, cancellationToken).ConfigureAwait(false);
    }

    // The server updates the statistics of a table about once a minute. Until then it plans queries on a growing table as if the table were
    // empty, with nested loops over all customers. SKIP_LOCKED skips the table while another session analyzes it.
    private static async Task AnalyzeAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        using var hasGrown = new NpgsqlCommand(
            "SELECT pg_relation_size(oid) > 4 * current_setting('block_size')::bigint * relpages FROM pg_class WHERE oid = $1::regclass",
            connection
        )
        {
            Parameters = { new() { Value = table } },
        };
        if (await hasGrown.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true)
        {
            using var analyze = new NpgsqlCommand($"ANALYZE (SKIP_LOCKED) {table}", connection);
            await analyze.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
