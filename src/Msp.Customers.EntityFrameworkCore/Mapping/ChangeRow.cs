using System.ComponentModel;
using System.Text.Json;
using Msp.Customers.ChangeLog;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The row of a change log entry. Rows of one customer or plan are in the order of their versions.
/// <summary>A row of the model. The type is public only for the code of a compiled model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChangeRow
{
    /// <summary>The MSP.</summary>
    public required string Msp { get; init; }

    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The kind of the changed aggregate.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>The id of the changed aggregate.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The version after the change.</summary>
    public required long Version { get; init; }

    /// <summary>The kind of the change.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>
    /// The rank for sorting: 0 for a deletion, 1 otherwise. A deletion precedes the entries of an aggregate that is stored under the same
    /// id at the same instant and whose versions start again.
    /// </summary>
    public required int Rank { get; init; }

    /// <summary>The time of the change, in UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>The host's id of the user or job that made the change.</summary>
    public required string? By { get; init; }

    /// <summary>The reason for the change.</summary>
    public required string? Reason { get; init; }

    /// <summary>The changed members, as JSON.</summary>
    public required string Members { get; init; }

    /// <summary>Whether the entry is delivered.</summary>
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
            Rank = RankOf(entry),
            ChangedAt = entry.ChangedAt.ToDateTimeUtc(),
            By = entry.By,
            Reason = entry.Reason,
            Members = JsonSerializer.Serialize(entry.Members),
            IsDelivered = false,
        };

    internal static int RankOf(ChangeEntry entry) => entry.Kind == ChangeKind.Deleted ? 0 : 1;

    internal ChangeEntry ToEntry()
    {
        var members = MembersOrNull();
        return new()
        {
            Id = Id,
            Subject = Subject,
            SubjectId = SubjectId,
            Version = Version,
            Kind = Kind,
            ChangedAt = Instant.FromDateTimeUtc(DateTime.SpecifyKind(ChangedAt, DateTimeKind.Utc)),
            By = By,
            Reason = Reason,
            Members = members ?? [],
            IsReadable = members is not null,
        };
    }

    private List<ChangedMember>? MembersOrNull()
    {
        try
        {
            var members = JsonSerializer.Deserialize<List<ChangedMember?>>(Members);
            return members?.TrueForAll(m => m?.Path is not null) == true ? members.ConvertAll(m => m!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
