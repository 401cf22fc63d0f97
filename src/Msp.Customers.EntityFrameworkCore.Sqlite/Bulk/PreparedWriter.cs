using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.Sqlite;

// Writes many new rows with one prepared statement.
internal sealed class PreparedWriter : RowWriter
{
    public override async Task WriteAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken)
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

            var parameters = Enumerable.Range(0, values.Length).Select(i => $"@p{i}");
            command.CommandText = $"INSERT INTO {rows.Table} ({string.Join(", ", rows.Columns)}) VALUES ({string.Join(", ", parameters)})";
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
