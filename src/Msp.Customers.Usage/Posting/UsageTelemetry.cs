using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Telemetry;

namespace Msp.Customers.Usage;

// Reports posted, replayed and refused usage to logs, traces and metrics: customer ids, codes and paths only.
internal sealed class UsageTelemetry(IReadRepositoryBase<Customer> customers, ILogger? logger)
{
    private readonly string msp = ((customers as IMspRepository)?.Msp ?? MspId.Default).Value;
    private readonly ILogger logger = logger ?? NullLogger.Instance;

    public async Task<T> ReportAsync<T>(
        string action,
        Func<IEnumerable<CustomerId?>> customers,
        Func<Task<T>> post,
        Func<T, UsageOutcome> outcomeOf
    )
    {
        using var operation = Operation.Start(TelemetryNames.Usage, Instruments.PostDuration, msp, action);
        try
        {
            var result = await post().ConfigureAwait(false);
            Ended(operation, action, customers, outcomeOf(result));
            return result;
        }
        catch (RuleViolationException e)
        {
            Refused(operation, action, customers, e.Violations);
            throw;
        }
        catch (Exception e)
        {
            operation?.Fail(e);
            throw;
        }
    }

    private void Ended(Operation? operation, string action, Func<IEnumerable<CustomerId?>> customers, UsageOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            Refused(operation, action, customers, [refusal]);
            return;
        }

        operation?.End(
            outcome.Posted == 0 && outcome.Replayed > 0 ? Outcomes.Replayed : Outcomes.Posted,
            outcome.Posted + outcome.Replayed
        );
        Count(outcome.Posted, Outcomes.Posted);
        Count(outcome.Replayed, Outcomes.Replayed);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            UsageLog.Posted(logger, action, Ids(customers), outcome.Posted, outcome.Replayed);
        }
    }

    private void Refused(Operation? operation, string action, Func<IEnumerable<CustomerId?>> customers, IReadOnlyList<Violation> violations)
    {
        var isConflict = violations.Any(v => v.Code == UsageRefusal.KeyConflict.Code);
        operation?.Refuse(violations, isConflict ? Outcomes.Conflicted : Outcomes.Refused);
        if (!logger.IsEnabled(LogLevel.Information))
        {
            return;
        }

        if (isConflict)
        {
            UsageLog.Conflicted(logger, action, Ids(customers), Listed.Violations(violations));
        }
        else
        {
            UsageLog.Refused(logger, action, Ids(customers), Listed.Violations(violations));
        }
    }

    private static void Count(int entries, string outcome)
    {
        if (entries > 0)
        {
            Instruments.UsageEntries.Add(entries, new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome));
        }
    }

    private static string Ids(Func<IEnumerable<CustomerId?>> customers) => Listed.Ids([.. customers().OfType<CustomerId>().Distinct()]);
}
