using System.Globalization;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The receipt of one stored item: what is stored under its key.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Kind">Whether the credits are consumed, reserved, reversed or voided.</param>
/// <param name="Date">The day.</param>
/// <param name="Credits">The number of credits.</param>
/// <param name="IsReplay">
/// Whether the entry was stored before, by an earlier call or an earlier item of the same call with the same key and content.
/// </param>
public sealed record UsageReceipt(CustomerId Customer, string Key, UsageEntryKind Kind, LocalDate Date, Credits Credits, bool IsReplay)
{
    internal static UsageReceipt Of(UsageEntry entry, bool isReplay) =>
        new(entry.Customer, entry.Key, entry.Kind, entry.Date, entry.Credits, isReplay);

    /// <summary>Returns the key, the credits and the date, with an ISO date, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Key}: {Credits} credits on {Date:R}{(IsReplay ? ", stored before" : "")}");
}
