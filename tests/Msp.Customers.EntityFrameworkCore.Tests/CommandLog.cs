using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// Records the statements that are sent to the database, and can run a callback before each of them.
internal sealed class CommandLog(Func<string, Task>? before = null) : DbCommandInterceptor
{
    private readonly List<(string Text, Dictionary<string, object?> Values)> commands = [];

    public IEnumerable<string> Texts => commands.Select(c => c.Text);

    public IReadOnlyList<(string Text, Dictionary<string, object?> Values)> Commands => commands;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        commands.Add((command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(p => p.ParameterName, p => p.Value)));
        if (before is not null)
        {
            await before(command.CommandText);
        }

        return result;
    }
}
