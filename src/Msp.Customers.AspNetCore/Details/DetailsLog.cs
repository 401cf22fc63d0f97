using Microsoft.Extensions.Logging;

namespace Msp.Customers.AspNetCore;

// Logs the type of an exception and not its message, which may contain personal data of the host's systems.
internal static partial class DetailsLog
{
    [LoggerMessage(6001, LogLevel.Warning, "The provider of section {Section} timed out for customer {CustomerId}.")]
    public static partial void ProviderTimedOut(ILogger logger, string section, CustomerId customerId);

    [LoggerMessage(6002, LogLevel.Warning, "The provider of section {Section} failed for customer {CustomerId} with {ExceptionType}.")]
    public static partial void ProviderFailed(ILogger logger, string section, CustomerId customerId, string exceptionType);
}
