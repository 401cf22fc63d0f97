using Microsoft.Extensions.Logging;

namespace Msp.Customers.Usage;

internal static partial class UsageLog
{
    [LoggerMessage(
        2001,
        LogLevel.Debug,
        "Completed {Action} of usage for customers {Customers}: {Posted} posted, {Replayed} replayed.",
        SkipEnabledCheck = true
    )]
    public static partial void Posted(ILogger logger, string action, string customers, int posted, int replayed);

    [LoggerMessage(
        2002,
        LogLevel.Information,
        "Refused to {Action} usage for customers {Customers}: {Violations}.",
        SkipEnabledCheck = true
    )]
    public static partial void Refused(ILogger logger, string action, string customers, string violations);

    [LoggerMessage(
        2003,
        LogLevel.Information,
        "Could not {Action} usage for customers {Customers}, because it conflicts with posted usage: {Violations}.",
        SkipEnabledCheck = true
    )]
    public static partial void Conflicted(ILogger logger, string action, string customers, string violations);
}
