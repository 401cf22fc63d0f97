using Msp.Customers.Names;

namespace Msp.Customers.ChangeLog;

/// <summary>Who changes what in a scope, and why: set by the host before it saves. A repository that is given none keeps no log.</summary>
public sealed class ChangeContext
{
    /// <summary>The longest reason: 1,024 UTF-16 code units.</summary>
    public const int MaxReasonLength = TextLimits.MaxAddressLength;

    private readonly BusinessCalendar calendar;

    /// <summary>Makes the author of a scope.</summary>
    /// <param name="calendar">Where "now" comes from.</param>
    public ChangeContext(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        this.calendar = calendar;
    }

    /// <summary>The host's id of the user or job, at most 128 characters; no name, so that the log of a deleted customer names nobody. Null when unknown.</summary>
    /// <exception cref="ArgumentException">The text is too long, malformed or holds control characters or invisible ones.</exception>
    public string? By
    {
        get;
        set =>
            field = TextLimits.HasInvisibles(value)
                ? throw new ArgumentException("The text holds invisible characters.", nameof(value))
                : TextLimits.DemandOptional(value, nameof(By), TextLimits.MaxIdLength);
    }

    /// <summary>Why the next changes are made; null for no reason.</summary>
    /// <exception cref="ArgumentException">The text is too long, malformed or holds control characters.</exception>
    public string? Reason
    {
        get;
        set => field = TextLimits.DemandOptional(value, nameof(Reason), MaxReasonLength, lineBreaks: true);
    }

    /// <summary>Makes the entry of a customer that is stored for the first time or changed.</summary>
    /// <param name="before">What is stored; null for nothing.</param>
    /// <param name="after">What is to be stored.</param>
    /// <returns>The entry, to be stored in the same transaction.</returns>
    public ChangeEntry Entry(CustomerSnapshot? before, CustomerSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return Entry(
            ChangeSubject.Customer,
            after.Details.Id!,
            after.Version,
            before is null,
            before is null ? [] : MemberValues.Of(before),
            MemberValues.Of(after)
        );
    }

    /// <summary>Makes the entry of a plan that is stored for the first time or changed.</summary>
    /// <param name="before">What is stored; null for nothing.</param>
    /// <param name="after">What is to be stored.</param>
    /// <returns>The entry, to be stored in the same transaction.</returns>
    public ChangeEntry Entry(PlanSnapshot? before, PlanSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return Entry(
            ChangeSubject.ServicePlan,
            after.Details.Id!,
            after.Version,
            before is null,
            before is null ? [] : MemberValues.Of(before),
            MemberValues.Of(after)
        );
    }

    /// <summary>Makes the entry of a deletion, which holds no values.</summary>
    /// <param name="subject">What is deleted.</param>
    /// <param name="id">Its id.</param>
    /// <param name="storedVersion">The version stored.</param>
    /// <returns>The entry, to be stored in the same transaction in which the earlier entries are deleted.</returns>
    public ChangeEntry Deletion(ChangeSubject subject, string id, long storedVersion)
    {
        ArgumentNullException.ThrowIfNull(id);
        return New(subject, id, storedVersion + 1, ChangeKind.Deleted, []);
    }

    private ChangeEntry Entry(
        ChangeSubject subject,
        string id,
        long version,
        bool isNew,
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after
    ) =>
        New(
            subject,
            id,
            version,
            isNew ? ChangeKind.Added : ChangeKind.Changed,
            [
                .. before
                    .Keys.Union(after.Keys, StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(path => new ChangedMember(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
                    .Where(m => m.Old != m.New),
            ]
        );

    private ChangeEntry New(ChangeSubject subject, string id, long version, ChangeKind kind, IReadOnlyList<ChangedMember> members) =>
        new()
        {
            Id = Guid.NewGuid(),
            Subject = subject,
            SubjectId = id,
            Version = version,
            Kind = kind,
            At = Microseconds.Floor(calendar.Now),
            By = By,
            Reason = Reason,
            Members = members,
        };
}
