using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

// Reads the history of migrations at the first connection to each database, whether or not the process migrates. Several contexts of a host
// can share the history: when the newest migration of this context has the library's name, only migrations with that name are compared.
internal sealed class NewerDatabase : DbConnectionInterceptor
{
    private const string LibraryName = "_MspCustomers";

    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not { } context || !seen.TryAdd(connection.ConnectionString, true))
        {
            return;
        }

        using var command = Command(connection, context);
        object? newest = null;
        try
        {
            newest = command.ExecuteScalar();
        }
        catch (DbException)
        {
            // The history does not exist yet.
        }

        Demand(connection, context, newest as string);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not { } context || !seen.TryAdd(connection.ConnectionString, true))
        {
            return;
        }

        object? newest = null;
        var command = Command(connection, context);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                newest = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException)
            {
                // The history does not exist yet.
            }
        }

        Demand(connection, context, newest as string);
    }

    private static DbCommand Command(DbConnection connection, DbContext context)
    {
        var options = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>());
        var table = context
            .GetService<ISqlGenerationHelper>()
            .DelimitIdentifier(
                options.MigrationsHistoryTableName ?? HistoryRepository.DefaultTableName,
                options.MigrationsHistoryTableSchema
            );
        var command = connection.CreateCommand();

        var own =
            Known(context)?.Contains(LibraryName, StringComparison.Ordinal) == true ? $" WHERE \"MigrationId\" LIKE '%{LibraryName}%'" : "";

#pragma warning disable CA2100 // The host sets the table name, and it is delimited.
        command.CommandText = $"SELECT MAX(\"MigrationId\") FROM {table}{own}";
#pragma warning restore CA2100
        return command;
    }

    private static string? Known(DbContext context) => context.Database.GetMigrations().LastOrDefault();

    private void Demand(DbConnection connection, DbContext context, string? newest)
    {
        if (Known(context) is { } known && string.CompareOrdinal(newest, known) > 0)
        {
            seen.TryRemove(connection.ConnectionString, out _);
            connection.Close();
            throw new InvalidOperationException(
                $"The database is of a newer version of the library: its newest migration is {newest}, "
                    + $"and the newest of this version is {known}. Update the library. Nothing was read or written."
            );
        }
    }
}
