using Microsoft.Extensions.Logging;

namespace Msp.Customers.ImportExport;

internal static partial class ImportLog
{
    [LoggerMessage(
        3001,
        LogLevel.Information,
        "Imported: {Added} customers added, {Edited} edited, {Unchanged} unchanged, {Different} different, {Refused} refused."
    )]
    public static partial void Imported(ILogger logger, long added, long edited, long unchanged, long different, long refused);

    [LoggerMessage(
        3002,
        LogLevel.Information,
        "Dry run: {Added} customers to be added, {Edited} to be edited, {Unchanged} unchanged, {Different} different, {Refused} refused."
    )]
    public static partial void Checked(ILogger logger, long added, long edited, long unchanged, long different, long refused);

    [LoggerMessage(3003, LogLevel.Information, "Import refused: {Errors} errors, of the codes {Codes}.", SkipEnabledCheck = true)]
    public static partial void Refused(ILogger logger, long errors, string codes);
}
