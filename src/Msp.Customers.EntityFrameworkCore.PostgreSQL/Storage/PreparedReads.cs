using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// A whole customer is read by many statements, whose text is always the same: prepared once for a connection, the server need not plan them anew.
// Only those by id: for them one plan is good whatever they ask for, as it is not for a question whose answer may be one row or most of a table.
internal sealed class PreparedReads : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (StatementTags.IsById(command))
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        return result;
    }
}
