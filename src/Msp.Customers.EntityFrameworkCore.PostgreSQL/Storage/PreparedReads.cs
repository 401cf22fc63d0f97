using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL;

// Reading a customer takes several statements with constant text. Prepared once for a connection, they are not planned again. Only
// statements that read by id are prepared: one plan fits all their parameters, unlike a query that can return one row or most of a table.
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
