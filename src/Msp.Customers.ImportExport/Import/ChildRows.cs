using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// The contacts or the quotas, handed out customer by customer. A row that belongs to none is told, and the customer it names is refused.
internal sealed class ChildRows<T>(RowReader<T> rows, ImportFile file, Outcomes outcomes, ViolationList findings) : IAsyncDisposable
{
    private Row<T>? head;
    private bool isStarted;

    public async Task<List<Row<T>>> TakeAsync(string? customer, CancellationToken cancellationToken)
    {
        var taken = new List<Row<T>>();
        if (!isStarted)
        {
            (isStarted, head) = (true, await rows.ReadAsync(cancellationToken).ConfigureAwait(false));
        }

        while (head is not null && TakesHead(customer, taken))
        {
            head = await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();

    // False where the row is for a customer that comes later.
    private bool TakesHead(string? customer, List<Row<T>> taken)
    {
        if (head!.Key is null)
        {
            Tell(ImportExportCodes.IdMissing);
        }
        else if (head.Key == customer)
        {
            // One more than there can be is enough for the rules to see that there are too many.
            if (taken.Count <= TextLimits.MaxItems)
            {
                taken.Add(head);
            }
        }
        else if (outcomes.Of(head.Key) is not { } outcome)
        {
            Tell(ImportExportCodes.CustomerUnknown);
        }
        else if (outcome != Outcome.Waiting)
        {
            Tell(ImportExportCodes.OutOfOrder);
            outcomes.Set(head.Key, Outcome.Refused);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Tell(RuleDescriptor rule) => findings.Tell(new RowViolation(file, head!.Line, rule.Violated("CustomerId")));
}
