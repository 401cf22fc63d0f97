using Microsoft.Extensions.Logging;

namespace Msp.Customers.AspNetCore;

/// <summary>The host's sources for the details page; each may be missing.</summary>
/// <param name="BackupJobs">The source of backup jobs.</param>
/// <param name="DataProtection">The source of the summary of data protection.</param>
/// <param name="ServiceUtilization">The source of service utilization.</param>
/// <param name="StorageGrowth">The source of storage growth.</param>
/// <param name="CloudStatus">The source of the cloud status.</param>
/// <param name="Console">The source of the way to the console.</param>
public sealed record SectionProviders(
    ISectionProvider<BackupJobs>? BackupJobs = null,
    ISectionProvider<DataProtection>? DataProtection = null,
    ISectionProvider<ServiceUtilization>? ServiceUtilization = null,
    ISectionProvider<StorageGrowth>? StorageGrowth = null,
    ISectionProvider<CloudStatus>? CloudStatus = null,
    ISectionProvider<ConsoleLink>? Console = null
)
{
    // A source that throws, hangs or blocks costs its own part and nothing else.
    internal static async Task<ExternalSection<T>> AskAsync<T>(
        ISectionProvider<T>? source,
        Customer customer,
        TimeSpan timeout,
        TimeProvider time,
        ILogger logger,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (source is null)
        {
            return ExternalSection<T>.Without(ExternalSectionState.NotConnected);
        }

        // A source may begin only after its time, on a busy machine: then too it is told that nobody waits, by a token taken before it is let go.
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var told = patience.Token;
        try
        {
            var reading = Task.Run(async () => await source.ReadAsync(customer, told).ConfigureAwait(false), CancellationToken.None);
            return ExternalSection<T>.Of(await reading.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (TimeoutException)
        {
            DetailsLog.SourceTimedOut(logger, typeof(T).Name, customer.Id);
            return ExternalSection<T>.Without(ExternalSectionState.TimedOut);
        }
#pragma warning disable CA1031 // Whatever the host's code throws, the rest of the page is shown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            DetailsLog.SourceFailed(logger, typeof(T).Name, customer.Id, e.GetType().Name);
            return ExternalSection<T>.Without(ExternalSectionState.Failed);
        }
        finally
        {
            _ = LetGoAsync(patience);
        }
    }

    // Not awaited: what a source does on being cancelled is its own affair too, should it throw or hang.
    private static async Task LetGoAsync(CancellationTokenSource patience)
    {
        try
        {
            await patience.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException)
        {
            // Its part is told already.
        }
        finally
        {
            patience.Dispose();
        }
    }
}
