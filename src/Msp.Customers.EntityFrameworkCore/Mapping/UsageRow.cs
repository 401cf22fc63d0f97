using Msp.Customers.Quotas;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore.Mapping;

// An entry as it stands in its table, in columns that a database can add up.
internal sealed class UsageRow
{
    public required string Msp { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string Key { get; init; }

    public required UsageEntryKind Kind { get; init; }

    public required LocalDate Date { get; init; }

    public required DateTime? At { get; init; }

    public required long CreditMicros { get; init; }

    public required long RequestedMicros { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required DateTime? HeldUntil { get; init; }

    public required long? Sequence { get; init; }

    public static UsageRow Of(UsageEntry entry, MspId msp) =>
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

    public UsageEntry ToEntry() =>
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
