using Msp.Customers;
using Msp.Customers.Usage;

namespace LegacyBilling;

/// <summary>A row of METER, with the id of its client.</summary>
internal sealed class MeterRow
{
    public string ExtId { get; init; } = "";

    public string Reading { get; init; } = "";

    public long Kind { get; init; }

    public string Day { get; init; } = "";

    public long? AtMicros { get; init; }

    public long MicroUnits { get; init; }

    public long AskedMicro { get; init; }

    public long NotedMicros { get; init; }

    public long? HeldMicros { get; init; }

    public long? SeqNo { get; init; }

    public UsageEntry ToEntry() =>
        new()
        {
            Customer = new CustomerId(ExtId),
            Key = Reading,
            Kind = (UsageEntryKind)Kind,
            Date = Values.Date(Day),
            OccurredAt = Values.Moment(AtMicros),
            Credits = Credits.FromMicros(MicroUnits),
            Requested = Credits.FromMicros(AskedMicro),
            RecordedAt = Values.Moment(NotedMicros)!.Value,
            HeldUntil = Values.Moment(HeldMicros),
            Sequence = SeqNo,
        };
}
