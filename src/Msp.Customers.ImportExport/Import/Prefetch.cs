using System.Runtime.CompilerServices;

namespace Msp.Customers.ImportExport;

// Reads some customers ahead of their turn, so that the storage is asked about all of them at once. What is heard of the files meanwhile waits for the turn
// of the customer after it: everything is told in the order of the files.
internal sealed class Prefetch(ICustomerSource files, ViolationList heard, Outcomes outcomes, int size)
{
    public async IAsyncEnumerable<List<CustomerAhead>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = files.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = rows.ConfigureAwait(false);
        for (var isMore = true; isMore; )
        {
            var (some, refused) = (new List<CustomerAhead>(), (FileRefusedException?)null);
            try
            {
                isMore = await TakeAsync(rows, some).ConfigureAwait(false);
            }
            catch (FileRefusedException e)
            {
                refused = e;
            }

            yield return some;
            if (refused is not null)
            {
                throw refused;
            }
        }
    }

    // Fewer where much is to be told, so that little is kept.
    private async Task<bool> TakeAsync(IAsyncEnumerator<CustomerRows> rows, List<CustomerAhead> some)
    {
        for (var kept = 0; some.Count < size && kept <= heard.Max; )
        {
            if (!await rows.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            var (id, told) = (rows.Current.Id, heard.Take());
            var isDue = outcomes.Of(id) == Outcome.Waiting;
            outcomes.Set(id, isDue ? Outcome.Read : Outcome.Refused);
            some.Add(new CustomerAhead(rows.Current, isDue, told));
            kept += told?.Listed.Count ?? 0;
        }

        return true;
    }
}
