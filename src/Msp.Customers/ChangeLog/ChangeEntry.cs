using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers.ChangeLog;

/// <summary>One change, stored with it or not at all. The same entry is the event that subscribers are told.</summary>
public sealed record ChangeEntry
{
    /// <summary>The entry's own id, by which a subscriber that is told twice knows it.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was changed.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>The id of the customer or plan.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The version after the change; for a deletion, one more than was stored.</summary>
    public required long Version { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>When, in whole microseconds.</summary>
    [JsonConverter(typeof(IsoInstantJsonConverter))]
    public required Instant At { get; init; }

    /// <summary>Who did it, by the host's own id of a user or a job; null when the host did not say.</summary>
    public string? By { get; init; }

    /// <summary>Why; null when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>False where what is stored of the members cannot be read; <see cref="Members"/> is empty then. True otherwise.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>The members with their old and new values, in order of path; empty for a deletion.</summary>
    public required IReadOnlyList<ChangedMember> Members { get; init; }
}
