using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// Writes many new rows by COPY in its binary format, and adds sums by one statement with an array for each column.
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

    // The text of the statement is the same for any number of rows.
    public override async Task AddAsync(NewRows rows, IReadOnlySet<string> sums, DbContext context, CancellationToken cancellationToken)
    {
        var arrays = rows.Types.Select(t => Array.CreateInstance(t.Converter?.ProviderClrType ?? t.ClrType, rows.Count)).ToArray();
        var values = new object?[arrays.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Read(row, values);
            for (var i = 0; i < arrays.Length; i++)
            {
                arrays[i].SetValue(values[i], row);
            }
        }

        var parameters = arrays.Select(
            (array, i) => new NpgsqlParameter($"p{i}", array) { DataTypeName = $"{rows.Types[i].StoreTypeNameBase}[]" }
        );
        var source = $"SELECT * FROM unnest({string.Join(", ", arrays.Select((_, i) => $"@p{i}"))})";
        await context.Database.ExecuteSqlRawAsync(AddingSql(rows, sums, source), parameters, cancellationToken).ConfigureAwait(false);
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
