using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

// Reads contacts or quotas customer by customer. Rows without a customer in the file are reported. Rows out of order are reported too, and
// their customer is refused.
internal sealed class ChildRows<T>(RowReader<T> rows, ImportFile file, Outcomes outcomes, ViolationList readViolations) : IAsyncDisposable
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

    // False when the row belongs to a later customer.
    private bool TakesHead(string? customer, List<Row<T>> taken)
    {
        if (head!.Key is null)
        {
            Report(ImportExportCodes.IdRequired);
        }
        else if (head.Key == customer)
        {
            // One row more than the maximum is enough for the rules to report too many.
            if (taken.Count <= TextLimits.MaxItems)
            {
                taken.Add(head);
            }
        }
        else if (outcomes.Of(head.Key) is not { } outcome)
        {
            Report(ImportExportCodes.CustomerNotFound);
        }
        else if (outcome != Outcome.Waiting)
        {
            Report(ImportExportCodes.OutOfOrder);
            outcomes.Set(head.Key, Outcome.Refused);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Report(RuleDescriptor rule) => readViolations.Add(new RowViolation(file, head!.Line, rule.Violated(nameof(CustomerId))));
}
