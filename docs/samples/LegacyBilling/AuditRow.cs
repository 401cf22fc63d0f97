using System.Text.Json;
using Msp.Customers.ChangeLog;

namespace LegacyBilling;

/// <summary>A row of AUDIT.</summary>
internal sealed class AuditRow
{
    public string Entry { get; init; } = "";

    public long Subject { get; init; }

    public string ObjectId { get; init; } = "";

    public long RowVersion { get; init; }

    public long Kind { get; init; }

    public long NotedMicros { get; init; }

    public string? Who { get; init; }

    public string? Why { get; init; }

    public string Members { get; init; } = "";

    public ChangeEntry ToEntry()
    {
        var members = MembersOrNull();
        return new()
        {
            Id = Guid.Parse(Entry),
            Subject = (ChangeSubject)Subject,
            SubjectId = ObjectId,
            Version = RowVersion,
            Kind = (ChangeKind)Kind,
            ChangedAt = Values.Moment(NotedMicros)!.Value,
            By = Who,
            Reason = Why,
            Members = members ?? [],
            IsReadable = members is not null,
        };
    }

    // A change log entry that cannot be read is set aside when changes are delivered.
    private List<ChangedMember>? MembersOrNull()
    {
        try
        {
            return JsonSerializer.Deserialize<List<ChangedMember>>(Members);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
