using System.Text.Json;
using Msp.Customers.ChangeLog;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore.Mapping;

// A change as it stands in its table. Rows of one customer or plan are in the order of their versions.
internal sealed class ChangeRow
{
    public required string Msp { get; init; }

    public required Guid Id { get; init; }

    public required ChangeSubject Subject { get; init; }

    public required string SubjectId { get; init; }

    public required long Version { get; init; }

    public required ChangeKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required string? By { get; init; }

    public required string? Reason { get; init; }

    public required string Members { get; init; }

    public required bool IsDelivered { get; init; }

    public static ChangeRow Of(ChangeEntry entry, MspId msp) =>
        new()
        {
            Msp = msp.Value,
            Id = entry.Id,
            Subject = entry.Subject,
            SubjectId = entry.SubjectId,
            Version = entry.Version,
            Kind = entry.Kind,
            At = entry.At.ToDateTimeUtc(),
            By = entry.By,
            Reason = entry.Reason,
            Members = JsonSerializer.Serialize(entry.Members),
            IsDelivered = false,
        };

    public ChangeEntry ToEntry() =>
        new()
        {
            Id = Id,
            Subject = Subject,
            SubjectId = SubjectId,
            Version = Version,
            Kind = Kind,
            At = Instant.FromDateTimeUtc(DateTime.SpecifyKind(At, DateTimeKind.Utc)),
            By = By,
            Reason = Reason,
            Members = JsonSerializer.Deserialize<List<ChangedMember>>(Members)!,
        };
}
