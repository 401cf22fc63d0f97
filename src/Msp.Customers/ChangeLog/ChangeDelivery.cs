using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ChangeLog;

/// <summary>Tells subscribers what was changed, from what the storage noted with each change, so that none is lost when a host ends in between. A host runs it after saving, from a timer, or both.</summary>
public sealed class ChangeDelivery
{
    private const int BatchSize = 100;
    private const int MaxFailures = 100;
    private readonly IChangeLog log;
    private readonly IReadOnlyList<IChangeSubscriber> subscribers;
    private readonly ILogger logger;

    internal ChangeDelivery(IChangeLog log, IEnumerable<IChangeSubscriber> subscribers, ILogger<ChangeDelivery>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(subscribers);
        this.log = log;
        this.subscribers = [.. subscribers];
        this.logger = logger ?? NullLogger<ChangeDelivery>.Instance;
    }

    /// <summary>Tells all changes that were not yet delivered. Of a customer or plan whose change a subscriber does not handle, no later change is tried.</summary>
    /// <param name="cancellationToken">Ends the delivery early.</param>
    /// <returns>How many were delivered.</returns>
    /// <exception cref="AggregateException">
    /// Subscribers threw: what they did not handle is told again the next time. Entries could not be read, and were set aside: an <see cref="UnreadableRowException"/> each, with each delivery.
    /// Everything else was delivered. The exception holds the first hundred of these; the log has all.
    /// </exception>
    /// <exception cref="ConcurrencyException">Others were writing the same at once; what is not noted as delivered is told again the next time.</exception>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken = default)
    {
        using var operation = Operation.Start(TelemetryNames.Deliver, Instruments.DeliverDuration);
        try
        {
            var delivered = await DeliverAllAsync(cancellationToken).ConfigureAwait(false);
            operation?.End(Outcomes.Delivered, delivered);
            DeliveryLog.Delivered(logger, delivered);
            return delivered;
        }
        catch (Exception e)
        {
            operation?.Fail(e);
            throw;
        }
    }

    // A batch at a time, each behind the one before: what waits for a change that was not handled is passed once, however much it is.
    private async Task<int> DeliverAllAsync(CancellationToken cancellationToken)
    {
        var (delivered, waiting, failures) = (0, new HashSet<(ChangeSubject, string)>(), new List<Exception>());
        ChangeEntry? last = null;
        while (await log.ListPendingAsync(BatchSize, last, cancellationToken).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            if (entries[^1].Id == last?.Id)
            {
                throw new InvalidOperationException("The change log does not read on behind an entry.");
            }

            var handled = new List<Guid>();
            foreach (var entry in entries)
            {
                if (!entry.IsReadable)
                {
                    Add(failures, new UnreadableRowException(nameof(ChangeEntry), entry.Id.ToString(), nameof(ChangeEntry.Members)));
                    DeliveryLog.Unreadable(logger, entry.Id, entry.Subject, entry.SubjectId);
                }
                // What comes after a change that was not handled waits for it.
                else if (!waiting.Contains((entry.Subject, entry.SubjectId)))
                {
                    if (await HandleAsync(entry, cancellationToken).ConfigureAwait(false) is { } failure)
                    {
                        waiting.Add((entry.Subject, entry.SubjectId));
                        Add(failures, failure);
                    }
                    else
                    {
                        handled.Add(entry.Id);
                    }
                }
            }

            if (handled.Count > 0)
            {
                await log.MarkDeliveredAsync(handled, CancellationToken.None).ConfigureAwait(false);
            }

            delivered += handled.Count;
            last = entries[^1];
        }

        return failures.Count == 0 ? delivered : throw new AggregateException(failures);
    }

    // What a subscriber threw, or null.
    private async Task<Exception?> HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var subscriber in subscribers)
            {
                await subscriber.HandleAsync(entry, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            DeliveryLog.SubscriberFailed(logger, entry.Id, entry.Subject, entry.SubjectId, e.GetType().Name);
            return e;
        }
    }

    private static void Add(List<Exception> failures, Exception failure)
    {
        if (failures.Count < MaxFailures)
        {
            failures.Add(failure);
        }
    }
}
