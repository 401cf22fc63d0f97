using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.ChangeLog;

/// <summary>Who makes the changes in a scope, and why. A host sets both before it saves.</summary>
/// <remarks>A store without a change context does not write a change log.</remarks>
public sealed class ChangeContext
{
    /// <summary>The maximum length of a reason: 1,024 UTF-16 code units.</summary>
    public const int MaxReasonLength = TextLimits.MaxAddressLength;

    private readonly BusinessCalendar calendar;

    /// <summary>Creates the context of a scope.</summary>
    /// <param name="calendar">The calendar that supplies the time of each change.</param>
    public ChangeContext(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        this.calendar = calendar;
    }

    /// <summary>The host's id of the user or job, at most 128 characters; null when unknown.</summary>
    /// <remarks>Use an id and not a name, so that the change log of a deleted customer contains no names of persons.</remarks>
    /// <exception cref="ArgumentException">
    /// The text is too long, is malformed, or contains control characters or invisible characters.
    /// </exception>
    public string? By
    {
        get;
        set =>
            field = TextLimits.HasInvisibles(value)
                ? throw new ArgumentException("The text contains invisible characters.", nameof(value))
                : TextLimits.DemandOptional(value, nameof(By), TextLimits.MaxIdLength);
    }

    /// <summary>The reason for the next changes; null for no reason.</summary>
    /// <exception cref="ArgumentException">The text is too long, is malformed, or contains control characters.</exception>
    public string? Reason
    {
        get;
        set => field = TextLimits.DemandOptional(value, nameof(Reason), MaxReasonLength, lineBreaks: true);
    }

    /// <summary>Creates the change log entry of a customer that is added or changed.</summary>
    /// <param name="before">The stored snapshot; null when the customer is new.</param>
    /// <param name="after">The snapshot to store.</param>
    /// <returns>The entry. Store it in the same transaction.</returns>
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

    /// <summary>Creates the change log entry of a plan that is added or changed.</summary>
    /// <param name="before">The stored snapshot; null when the plan is new.</param>
    /// <param name="after">The snapshot to store.</param>
    /// <returns>The entry. Store it in the same transaction.</returns>
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

    /// <summary>Creates the change log entry of a deletion. It contains no values.</summary>
    /// <param name="subject">The kind of the deleted aggregate.</param>
    /// <param name="id">The id of the deleted aggregate.</param>
    /// <param name="storedVersion">The stored version.</param>
    /// <returns>The entry. Store it in the same transaction in which the earlier entries are deleted.</returns>
    public ChangeEntry Deletion(ChangeSubject subject, string id, long storedVersion)
    {
        ArgumentNullException.ThrowIfNull(id);
        return New(subject, id, storedVersion + 1, ChangeKind.Deleted, []);
    }

    internal ChangeEntry Entry<T>(T? before, T after)
        where T : class, IAggregate<T> =>
        after switch
        {
            Customer customer => Entry((before as Customer)?.ToSnapshot(), customer.ToSnapshot()),
            ServicePlan plan => Entry((before as ServicePlan)?.ToSnapshot(), plan.ToSnapshot()),
            _ => throw new NotSupportedException(),
        };

    internal ChangeEntry Deletion<T>(T entity)
        where T : class, IAggregate<T> =>
        Deletion(entity is Customer ? ChangeSubject.Customer : ChangeSubject.ServicePlan, entity.Id, entity.OriginalVersion);

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

    private ChangeEntry New(ChangeSubject subject, string id, long version, ChangeKind kind, IReadOnlyList<ChangedMember> members)
    {
        var now = calendar.Now;
        return new()
        {
            Id = NewId(now),
            Subject = subject,
            SubjectId = id,
            Version = version,
            Kind = kind,
            ChangedAt = Microseconds.Floor(now),
            By = By,
            Reason = Reason,
            Members = members,
        };
    }

    // In order of time, so that a database adds it at the end of the index. No such id exists before 1970.
    private static Guid NewId(Instant now) => Guid.CreateVersion7(Instant.Max(now, NodaConstants.UnixEpoch).ToDateTimeOffset());
}
