using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ChangeLog;

/// <summary>Delivers changes from the change log to the subscribers.</summary>
/// <remarks>
/// The store writes each change log entry in the transaction of its change, so that no change is lost when a host stops before the
/// delivery. A host runs the delivery after it saves, from a timer, or both.
/// </remarks>
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

    /// <summary>Delivers all pending change log entries.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of entries that were delivered.</returns>
    /// <exception cref="AggregateException">
    /// At least one subscriber threw, or at least one entry could not be read. All other entries were delivered. The exception contains the
    /// first hundred failures; the host's logger receives all of them.
    /// </exception>
    /// <exception cref="ConcurrencyException">
    /// Another delivery wrote at the same time. Entries that are not marked as delivered are delivered again by the next call.
    /// </exception>
    /// <remarks>
    /// When a subscriber throws, the entry stays pending and the next call delivers it again. Later entries of the same customer or plan
    /// wait for it. An entry that cannot be read is skipped and stays pending; each call reports it as an
    /// <see cref="UnreadableRowException"/>.
    /// </remarks>
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

    // Each batch starts after the last entry of the previous one, so that pending entries are read once.
    private async Task<int> DeliverAllAsync(CancellationToken cancellationToken)
    {
        var (delivered, waiting, failures) = (0, new HashSet<(ChangeSubject, string)>(), new List<Exception>());
        ChangeEntry? last = null;
        while (await log.ListPendingAsync(BatchSize, last, cancellationToken).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            if (entries[^1].Id == last?.Id)
            {
                throw new InvalidOperationException(
                    "IChangeLog.ListPendingAsync returned the same last entry twice. It must return only entries after the given one."
                );
            }

            var handled = new List<Guid>();
            foreach (var entry in entries)
            {
                if (!entry.IsReadable)
                {
                    Add(failures, new UnreadableRowException(nameof(ChangeEntry), entry.Id.ToString(), nameof(ChangeEntry.Members)));
                    DeliveryLog.Unreadable(logger, entry.Id, entry.Subject, entry.SubjectId);
                }
                // Later entries of the same aggregate wait for the one that failed.
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

    // Returns the exception of a subscriber, or null.
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
