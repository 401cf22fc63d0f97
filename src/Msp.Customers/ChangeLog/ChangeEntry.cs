using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers.ChangeLog;

/// <summary>A change log entry: one change of a customer or plan. Subscribers receive the same entry as an event.</summary>
/// <remarks>The entry is stored in the same transaction as the change.</remarks>
public sealed record ChangeEntry
{
    /// <summary>The id of the entry. A subscriber can use it to recognize an entry that is delivered twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The kind of the changed aggregate.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>The id of the customer or plan.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The version after the change. For a deletion, the stored version plus one.</summary>
    public required long Version { get; init; }

    /// <summary>The kind of the change.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The time of the change, in whole microseconds.</summary>
    [JsonConverter(typeof(IsoInstantJsonConverter))]
    public required Instant ChangedAt { get; init; }

    /// <summary>The host's id of the user or job that made the change; null when unknown.</summary>
    public string? By { get; init; }

    /// <summary>The reason for the change; null for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the stored members can be read. When false, <see cref="Members"/> is empty.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>The changed members with their old and new values, in order of path; empty for a deletion.</summary>
    public required IReadOnlyList<ChangedMember> Members { get; init; }
}
