using Microsoft.Extensions.Logging;
using Msp.Customers.Telemetry;

namespace Msp.Customers.Storage;

// Reports saves to logs, traces and metrics by ids, codes and paths, without other values of the aggregates.
internal sealed class SaveTelemetry(ILogger logger)
{
    public async Task<TResult> ReportAsync<TResult>(string action, string kind, MspId msp, object[] ids, Func<Task<TResult>> save)
    {
        using var operation = Operation.Start(TelemetryNames.Save, Instruments.SaveDuration, msp.Value, action, kind);
        try
        {
            var result = await save().ConfigureAwait(false);
            operation?.End(Outcomes.Saved, ids.Length);
            if (logger.IsEnabled(LogLevel.Debug))
            {
                SaveLog.Saved(logger, action, kind, Listed.Ids(ids));
            }

            return result;
        }
        catch (RuleViolationException e)
        {
            operation?.Refuse(e.Violations);
            if (logger.IsEnabled(LogLevel.Information))
            {
                SaveLog.Refused(logger, action, kind, Listed.Ids(ids), Listed.Violations(e.Violations));
            }

            throw;
        }
        catch (ConcurrencyException)
        {
            operation?.End(Outcomes.Conflicted, ids.Length);
            if (logger.IsEnabled(LogLevel.Information))
            {
                SaveLog.Conflicted(logger, action, kind, Listed.Ids(ids));
            }

            throw;
        }
        catch (Exception e)
        {
            operation?.Fail(e);
            throw;
        }
    }
}
