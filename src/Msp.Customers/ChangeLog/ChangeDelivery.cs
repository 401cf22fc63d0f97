using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ChangeLog;

/// <summary>Tells subscribers what was changed, from what the storage noted with each change, so that none is lost when a host ends in between. A host runs it after saving, from a timer, or both.</summary>
public sealed class ChangeDelivery
{
    private const int BatchSize = 100;
    private readonly IChangeLog log;
    private readonly IReadOnlyList<IChangeSubscriber> subscribers;
    private readonly ILogger logger;

    /// <summary>Makes a delivery.</summary>
    /// <param name="log">The log of the scope's MSP.</param>
    /// <param name="subscribers">Who is told; of two processes that deliver at once both may tell the same change.</param>
    /// <param name="logger">Is told what was delivered and what failed; null for no one.</param>
    public ChangeDelivery(IChangeLog log, IEnumerable<IChangeSubscriber> subscribers, ILogger<ChangeDelivery>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(subscribers);
        this.log = log;
        this.subscribers = [.. subscribers];
        this.logger = logger ?? NullLogger<ChangeDelivery>.Instance;
    }

    /// <summary>Tells all changes that were not yet delivered.</summary>
    /// <param name="cancellationToken">Ends the delivery early.</param>
    /// <returns>How many were delivered.</returns>
    /// <exception cref="AggregateException">Subscribers threw: what they did not handle is told again the next time, and everything else was delivered.</exception>
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

    private async Task<int> DeliverAllAsync(CancellationToken cancellationToken)
    {
        var (delivered, failures) = (0, new List<Exception>());
        var (waiting, passedOver) = (new HashSet<(ChangeSubject, string)>(), new HashSet<Guid>());
        while (await NextAsync().ConfigureAwait(false) is { Count: > 0 } entries)
        {
            var handled = new List<Guid>();
            foreach (var entry in entries)
            {
                // What comes after a change that was not handled waits for it.
                if (waiting.Contains((entry.Subject, entry.SubjectId)))
                {
                    passedOver.Add(entry.Id);
                    continue;
                }

                try
                {
                    foreach (var subscriber in subscribers)
                    {
                        await subscriber.HandleAsync(entry, cancellationToken).ConfigureAwait(false);
                    }

                    handled.Add(entry.Id);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    waiting.Add((entry.Subject, entry.SubjectId));
                    failures.Add(e);
                    DeliveryLog.SubscriberFailed(logger, entry.Id, entry.Subject, entry.SubjectId, e.GetType().Name);
                }
            }

            await log.MarkDeliveredAsync(handled, CancellationToken.None).ConfigureAwait(false);
            delivered += handled.Count;
        }

        return failures.Count == 0 ? delivered : throw new AggregateException(failures);

        // What was passed over stands before all others, and is asked for beside them.
        async Task<List<ChangeEntry>> NextAsync() =>
            [
                .. (await log.UndeliveredAsync(BatchSize + passedOver.Count, cancellationToken).ConfigureAwait(false)).Where(e =>
                    !passedOver.Contains(e.Id)
                ),
            ];
    }
}
