using System.Runtime.CompilerServices;

namespace Msp.Customers.ImportExport;

// Reads customers in batches, so that the store is queried once for each batch. File violations are kept with the customer that follows
// them: all violations are reported in the order of the files.
internal sealed class BatchReader(ICustomerSource source, ViolationList readViolations, Outcomes outcomes, int size)
{
    public async IAsyncEnumerable<List<ReadCustomer>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = rows.ConfigureAwait(false);
        for (var isMore = true; isMore; )
        {
            var (batch, refused) = (new List<ReadCustomer>(), (FileRefusedException?)null);
            try
            {
                isMore = await FillAsync(batch, rows).ConfigureAwait(false);
            }
            catch (FileRefusedException e)
            {
                refused = e;
            }

            yield return batch;
            if (refused is not null)
            {
                throw refused;
            }
        }
    }

    // Reads fewer customers when there are many violations, to limit memory. False after the last customer.
    private async Task<bool> FillAsync(List<ReadCustomer> batch, IAsyncEnumerator<CustomerRows> rows)
    {
        for (var kept = 0; batch.Count < size && kept <= readViolations.Max; )
        {
            if (!await rows.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            var (id, preceding) = (rows.Current.Id, readViolations.Take());
            var isWaiting = outcomes.Of(id) == Outcome.Waiting;
            outcomes.Set(id, isWaiting ? Outcome.Read : Outcome.Refused);
            batch.Add(new ReadCustomer(rows.Current, isWaiting, preceding));
            kept += preceding.Listed.Count;
        }

        return true;
    }
}
