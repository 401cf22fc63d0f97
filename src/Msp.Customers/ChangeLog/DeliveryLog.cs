using Microsoft.Extensions.Logging;

namespace Msp.Customers.ChangeLog;

// Logs the type of an exception and not its message, which may contain personal data.
internal static partial class DeliveryLog
{
    [LoggerMessage(4001, LogLevel.Debug, "Delivered {Count} changes.")]
    public static partial void Delivered(ILogger logger, int count);

    [LoggerMessage(
        4002,
        LogLevel.Warning,
        "A subscriber failed to handle change {Id} of {Subject} {SubjectId} with {ExceptionType}. The change is delivered again."
    )]
    public static partial void SubscriberFailed(ILogger logger, Guid id, ChangeSubject subject, string subjectId, string exceptionType);

    [LoggerMessage(4003, LogLevel.Error, "Change {Id} of {Subject} {SubjectId} cannot be read and is skipped.")]
    public static partial void Unreadable(ILogger logger, Guid id, ChangeSubject subject, string subjectId);
}
