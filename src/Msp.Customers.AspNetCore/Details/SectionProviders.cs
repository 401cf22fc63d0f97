using Microsoft.Extensions.Logging;

namespace Msp.Customers.AspNetCore;

/// <summary>The host's sources for the Customer Details page. Each can be missing.</summary>
/// <param name="BackupJobs">The source of backup jobs.</param>
/// <param name="DataProtection">The source of the summary of data protection.</param>
/// <param name="ServiceUtilization">The source of service utilization.</param>
/// <param name="StorageGrowth">The source of the growth of stored data.</param>
/// <param name="CloudStatus">The source of the cloud status.</param>
/// <param name="Console">The source of the link to the console.</param>
public sealed record SectionProviders(
    ISectionProvider<BackupJobs>? BackupJobs = null,
    ISectionProvider<DataProtection>? DataProtection = null,
    ISectionProvider<ServiceUtilization>? ServiceUtilization = null,
    ISectionProvider<StorageGrowth>? StorageGrowth = null,
    ISectionProvider<CloudStatus>? CloudStatus = null,
    ISectionProvider<ConsoleLink>? Console = null
)
{
    // A provider that throws, does not complete or blocks its thread affects its own section only.
    internal static async Task<ExternalSection<T>> ReadAsync<T>(
        ISectionProvider<T>? provider,
        Customer customer,
        TimeSpan timeout,
        TimeProvider time,
        ILogger logger,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (provider is null)
        {
            return ExternalSection<T>.Without(ExternalSectionState.NotConnected);
        }

        // On a busy machine, a provider can start after the time limit. It then receives a canceled token, which is taken here, before the
        // token source is disposed.
        var timeoutSource = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timedOut = timeoutSource.Token;
        try
        {
            var reading = Task.Run(async () => await provider.ReadAsync(customer, timedOut).ConfigureAwait(false), CancellationToken.None);
            return ExternalSection<T>.Of(await reading.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (TimeoutException)
        {
            DetailsLog.ProviderTimedOut(logger, typeof(T).Name, customer.Id);
            return ExternalSection<T>.Without(ExternalSectionState.TimedOut);
        }
#pragma warning disable CA1031 // An exception of a host's provider must not affect the other sections.
        catch (Exception e)
#pragma warning restore CA1031
        {
            DetailsLog.ProviderFailed(logger, typeof(T).Name, customer.Id, e.GetType().Name);
            return ExternalSection<T>.Without(ExternalSectionState.Failed);
        }
        finally
        {
            _ = CancelAndDisposeAsync(timeoutSource);
        }
    }

    // Not awaited, because the cancellation can run code of the provider that throws or blocks.
    private static async Task CancelAndDisposeAsync(CancellationTokenSource timeoutSource)
    {
        try
        {
            await timeoutSource.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException)
        {
            // The state of the section is already final.
        }
        finally
        {
            timeoutSource.Dispose();
        }
    }
}
