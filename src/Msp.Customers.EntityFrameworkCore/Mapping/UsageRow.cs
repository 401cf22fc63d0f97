using System.ComponentModel;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// An entry as it stands in its table, in columns that a database can add up.
/// <summary>A row of the model, and public for the code of a compiled model only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UsageRow
{
    /// <summary>The MSP.</summary>
    public required string Msp { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The kind.</summary>
    public required UsageEntryKind Kind { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The instant.</summary>
    public required DateTime? At { get; init; }

    /// <summary>The credits, in millionths.</summary>
    public required long CreditMicros { get; init; }

    /// <summary>The credits asked for, in millionths.</summary>
    public required long RequestedMicros { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Until when a reservation holds.</summary>
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
            At = entry.At?.ToDateTimeUtc(),
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
            At = Utc(At),
            Credits = Credits.FromMicros(CreditMicros),
            Requested = Credits.FromMicros(RequestedMicros),
            RecordedAt = Utc(RecordedAt)!.Value,
            HeldUntil = Utc(HeldUntil),
            Sequence = Sequence,
        };

    // Not every database says that its instants are in UTC.
    private static Instant? Utc(DateTime? time) =>
        time is { } t ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(t, DateTimeKind.Utc)) : null;
}
