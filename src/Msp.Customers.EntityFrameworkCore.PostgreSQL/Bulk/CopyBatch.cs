using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Msp.Customers.EntityFrameworkCore.Bulk;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Bulk;

// Many new rows go by COPY in its binary form.
internal sealed class CopyBatch(Func<ModificationCommandBatch> makeOrdinary, ISqlGenerationHelper sql) : BulkBatch(makeOrdinary)
{
    protected override async Task InsertAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", rows.Columns.Select(sql.DelimitIdentifier));
        var types = rows.Types.Select(t => t.StoreTypeNameBase).ToArray();
        var values = new object?[types.Length];
        var copy = await ((NpgsqlConnection)connection.DbConnection)
            .BeginBinaryImportAsync($"COPY {sql.DelimitIdentifier(rows.Table, rows.Schema)} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                rows.Read(row, values);
                await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < values.Length; i++)
                {
                    await (values[i] is { } value ? copy.WriteAsync(value, types[i], cancellationToken) : copy.WriteNullAsync(cancellationToken)).ConfigureAwait(false);
                }
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
