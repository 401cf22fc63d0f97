using System.ComponentModel;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The row of a usage entry, in columns that a database can sum.
/// <summary>A row of the model. The type is public only for the code of a compiled model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UsageRow
{
    /// <summary>The MSP.</summary>
    public required string Msp { get; init; }

    /// <summary>The id of the customer.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>The key of the entry.</summary>
    public required string Key { get; init; }

    /// <summary>The kind of the entry.</summary>
    public required UsageEntryKind Kind { get; init; }

    /// <summary>The day of the usage.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The time of the usage, in UTC.</summary>
    public required DateTime? OccurredAt { get; init; }

    /// <summary>The credits, in millionths.</summary>
    public required long CreditMicros { get; init; }

    /// <summary>The requested credits, in millionths.</summary>
    public required long RequestedMicros { get; init; }

    /// <summary>The time at which the entry was recorded, in UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>The time until which a reservation holds credits, in UTC.</summary>
    public required DateTime? HeldUntil { get; init; }

    /// <summary>The sequence number.</summary>
    public required long? Sequence { get; init; }

    internal static UsageRow Of(UsageEntry entry, MspId msp) =>
        new()
        {
            Msp = msp.Value,
            CustomerId = entry.Customer,
            Key = entry.Key,
            Kind = entry.Kind,
            Date = entry.Date,
            OccurredAt = entry.OccurredAt?.ToDateTimeUtc(),
            CreditMicros = entry.Credits.Micros,
            RequestedMicros = entry.Requested.Micros,
            RecordedAt = entry.RecordedAt.ToDateTimeUtc(),
            HeldUntil = entry.HeldUntil?.ToDateTimeUtc(),
            Sequence = entry.Sequence,
        };

    internal UsageEntry ToEntry() =>
        new()
        {
            Customer = CustomerId,
            Key = Key,
            Kind = Kind,
            Date = Date,
            OccurredAt = Utc(OccurredAt),
            Credits = Credits.FromMicros(CreditMicros),
            Requested = Credits.FromMicros(RequestedMicros),
            RecordedAt = Utc(RecordedAt)!.Value,
            HeldUntil = Utc(HeldUntil),
            Sequence = Sequence,
        };

    // Not every provider returns the kind UTC for an instant.
    private static Instant? Utc(DateTime? time) =>
        time is { } t ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(t, DateTimeKind.Utc)) : null;
}
