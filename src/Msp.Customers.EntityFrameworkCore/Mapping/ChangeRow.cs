using System.ComponentModel;
using System.Text.Json;
using Msp.Customers.ChangeLog;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

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

    /// <summary>0 for a deletion, which stands before what is stored under the same id at the same instant and counts its versions anew; else 1.</summary>
    public required int Rank { get; init; }

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
            Rank = RankOf(entry),
            At = entry.At.ToDateTimeUtc(),
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
            At = Instant.FromDateTimeUtc(DateTime.SpecifyKind(At, DateTimeKind.Utc)),
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
