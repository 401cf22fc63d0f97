using System.Runtime.CompilerServices;

namespace Msp.Customers.ImportExport;

// Reads several customers ahead, so that the store is queried for all of them together. File violations found meanwhile are kept
// with the customer
// that follows them: all violations are reported in the order of the files.
internal sealed class Prefetch(ICustomerSource files, ViolationList listedChildren, Outcomes outcomes, int size)
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

    // Reads fewer customers when there are many violations, to limit memory.
    private async Task<bool> TakeAsync(IAsyncEnumerator<CustomerRows> rows, List<CustomerAhead> some)
    {
        for (var kept = 0; some.Count < size && kept <= listedChildren.Max; )
        {
            if (!await rows.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            var (id, listed) = (rows.Current.Id, listedChildren.Take());
            var isDue = outcomes.Of(id) == Outcome.Waiting;
            outcomes.Set(id, isDue ? Outcome.Read : Outcome.Refused);
            some.Add(new CustomerAhead(rows.Current, isDue, listed));
            kept += listed?.Listed.Count ?? 0;
        }

        return true;
    }
}
