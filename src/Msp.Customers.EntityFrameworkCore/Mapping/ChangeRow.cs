using System.ComponentModel;
using System.Text.Json;
using Msp.Customers.ChangeLog;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore.Mapping;

// A change as it stands in its table. Rows of one customer or plan are in the order of their versions.
/// <summary>A row of the model, and public for the code of a compiled model only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChangeRow
{
    /// <summary>The MSP.</summary>
    public required string Msp { get; init; }

    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was changed.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>Its id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Its version.</summary>
    public required long Version { get; init; }

    /// <summary>The kind.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The instant.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who changed it.</summary>
    public required string? By { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>The members, as JSON.</summary>
    public required string Members { get; init; }

    /// <summary>Whether it is delivered.</summary>
    public required bool IsDelivered { get; init; }

    internal static ChangeRow Of(ChangeEntry entry, MspId msp) =>
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

    internal ChangeEntry ToEntry() =>
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
