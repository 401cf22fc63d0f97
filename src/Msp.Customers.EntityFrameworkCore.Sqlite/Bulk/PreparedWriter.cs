using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.Sqlite;

// Writes many new rows with one prepared statement.
internal sealed class PreparedWriter : RowWriter
{
    public override Task WriteAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync($"INSERT INTO {rows.Table} ({string.Join(", ", rows.Columns)}) {Values(rows)}", rows, connection, cancellationToken);

    public override Task AddAsync(NewRows rows, IReadOnlySet<string> sums, DbContext context, CancellationToken cancellationToken) =>
        ExecuteAsync(AddingSql(rows, sums, Values(rows)), rows, context.GetService<IRelationalConnection>(), cancellationToken);

    private static string Values(NewRows rows) => $"VALUES ({string.Join(", ", rows.Columns.Select((_, i) => $"@p{i}"))})";

    private static async Task ExecuteAsync(
        string statement,
        NewRows rows,
        IRelationalConnection connection,
        CancellationToken cancellationToken
    )
    {
        var command = connection.DbConnection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            var values = new object?[rows.Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                parameter.DbType = rows.Types[i].DbType ?? parameter.DbType;
                command.Parameters.Add(parameter);
            }

            command.CommandText = statement;
            command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < rows.Count; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Read(row, values);
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters[i].Value = values[i] ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
