using Microsoft.Extensions.Logging;

namespace Msp.Customers.AspNetCore;

// Logs the type of an exception and not its message, which may contain personal data of the host's systems.
internal static partial class DetailsLog
{
    [LoggerMessage(6001, LogLevel.Warning, "The source of {Part} did not answer in time for customer {CustomerId}.")]
    public static partial void SourceTimedOut(ILogger logger, string part, CustomerId customerId);

    [LoggerMessage(6002, LogLevel.Warning, "The source of {Part} failed for customer {CustomerId} with {ExceptionType}.")]
    public static partial void SourceFailed(ILogger logger, string part, CustomerId customerId, string exceptionType);
}
