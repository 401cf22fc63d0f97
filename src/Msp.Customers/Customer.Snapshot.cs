using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Returns the complete plain state, for a store that maps by hand.</summary>
    /// <returns>A new snapshot with the version to be stored.</returns>
    public CustomerSnapshot ToSnapshot() =>
        new()
        {
            Details = ToDraft(),
            Version = version,
            RegisteredOn = RegisteredOn,
            EvaluationEndDate = EvaluationEndDate,
            SuspendedOn = SuspendedOn,
            SuspensionReason = SuspensionReason,
            ClosedOn = ClosedOn,
            RetentionDate = RetentionDate,
            UsageClosedThrough = UsageClosedThrough,
            LastQuotaNumber = LastQuotaNumber,
            LastScheduleNumber = LastScheduleNumber,
            LastContactNumber = LastContactNumber,
        };

    /// <summary>
    /// Restores a customer from its stored state. Rules are not evaluated, so that stored customers stay readable when rules change.
    /// </summary>
    /// <param name="snapshot">The snapshot that <see cref="ToSnapshot"/> returned.</param>
    /// <returns>The stored customer.</returns>
    /// <exception cref="ArgumentException">The state is not that of a customer.</exception>
    public static Customer FromSnapshot(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Demand(snapshot.Details is not null, "The snapshot has no details.");
        var customer = new Customer { Id = new CustomerId(snapshot.Details.Id!) };
        customer.CopyFrom(snapshot);
        customer.Version = snapshot.Version;
        return customer;
    }

    // The customer of which this object is an edited copy; null otherwise.
    internal Customer? CopyOf { get; private set; }

    // For changes of parts that the customer does not contain.
    internal void Touch() => version++;

    // Returns a copy of the customer with a checked draft applied. This customer does not change.
    internal Customer CopyWith(CustomerDraft draft, CustomerTerms terms)
    {
        var copy = FromSnapshot(ToSnapshot());
        copy.CopyOf = this;
        copy.OriginalVersion = OriginalVersion;
        copy.formerEvaluationEnd = formerEvaluationEnd;
        copy.Apply(draft, terms);
        copy.version++;
        return copy;
    }

    /// <summary>
    /// Replaces the state of this object with a snapshot of the same customer, for a unit of work that tracks its own objects.
    /// </summary>
    /// <param name="snapshot">The snapshot that <see cref="ToSnapshot"/> of the other object returned.</param>
    /// <exception cref="ArgumentException">The state is not that of this customer.</exception>
    /// <remarks>Quotas, schedules and contacts with the same number keep their objects.</remarks>
    public void RestoreFrom(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Demand(snapshot.Details?.Id == Id.Value, "The snapshot belongs to another customer.");
        _ = FromSnapshot(snapshot); // An invalid snapshot throws before anything changes.
        CopyFrom(snapshot);
        version = snapshot.Version;
    }

    // Whether a stored snapshot is invalid, and its invalid member. The member is null when no single member is invalid.
    internal static bool IsUnreadable(CustomerSnapshot snapshot, out string? member)
    {
        try
        {
            FromSnapshot(snapshot);
            member = null;
            return false;
        }
        catch (ArgumentException e)
        {
            member = snapshot.Details is null
                ? nameof(snapshot.Details)
                : FirstErrorPath(snapshot.Details) ?? (e.ParamName is nameof(snapshot) or "draft" ? null : e.ParamName);
            return true;
        }
    }

    private static string? FirstErrorPath(CustomerDraft details) =>
        CustomerValidator.Check(details).FirstOrDefault(v => v.Severity == Severity.Error)?.Path;

    // Returns a customer for lists that replaces an invalid stored snapshot, or null when none can be created.
    internal static Customer? StandInFor(CustomerSnapshot snapshot)
    {
        try
        {
            var standIn = DraftedCustomer
                .New(snapshot.Details, CustomerTerms.Default, _ => Or(snapshot.RegisteredOn) ?? SupportedDates.First, isNumbered: true)
                .Customer;
            if (standIn is null || standIn.Id.Value != snapshot.Details.Id)
            {
                return null;
            }

            standIn.EvaluationEndDate = Or(snapshot.EvaluationEndDate);
            standIn.SuspendedOn = Or(snapshot.SuspendedOn);
            standIn.ClosedOn = Or(snapshot.ClosedOn);
            standIn.RetentionDate = Or(snapshot.RetentionDate);
            standIn.UsageClosedThrough = Or(snapshot.UsageClosedThrough);
            standIn.Version = snapshot.Version;
            return standIn;
        }
        catch (ArgumentException)
        {
            return null;
        }

        static LocalDate? Or(LocalDate? date) => date is { } d && SupportedDates.Contains(d) ? d : null;
    }

    private static void Demand([DoesNotReturnIf(false)] bool condition, string message, string? member = null)
    {
        if (!condition)
        {
            throw new ArgumentException(message, member);
        }
    }

    private static void DemandConsistent(CustomerSnapshot snapshot, CustomerDraft details)
    {
        Demand(
            snapshot.ClosedOn.HasValue == snapshot.RetentionDate.HasValue,
            "A closed customer must have a retention date, and any other customer must have none.",
            nameof(RetentionDate)
        );
        Demand(
            !(snapshot.RetentionDate < snapshot.ClosedOn),
            "The retention date must not be before the closing date.",
            nameof(RetentionDate)
        );
        Demand(
            snapshot.SuspendedOn.HasValue == snapshot.SuspensionReason.HasValue,
            "A suspended customer must have a suspension reason, and any other customer must have none.",
            nameof(SuspensionReason)
        );
        Demand(
            snapshot.SuspensionReason is not { } reason || Enum.IsDefined(reason),
            "The suspension reason is not defined.",
            nameof(SuspensionReason)
        );
        Demand(
            snapshot.EvaluationEndDate.HasValue == (snapshot.Details.TenantType == TenantType.Evaluation),
            "An evaluation must have an end date, and any other tenant type must have none.",
            nameof(EvaluationEndDate)
        );
        Demand(Enum.IsDefined(snapshot.Details.TenantType), "The tenant type is not defined.", nameof(TenantType));
        Demand(CustomerValidator.IsZone(snapshot.Details.TimeZone), "The time zone is not an IANA time zone.", nameof(TimeZone));
        Demand(
            !(snapshot.EvaluationEndDate < snapshot.RegisteredOn),
            "The evaluation must not end before the registration date.",
            nameof(EvaluationEndDate)
        );
        Demand(details.References.All(r => r is not null), "The list contains an empty item.", nameof(References));
        DemandNumbers(details.Quotas.Select(q => q?.Number), nameof(Quotas));
        DemandNumbers(details.Schedules.Select(s => s?.Number), nameof(Schedules));
        DemandNumbers(details.Contacts.Select(c => c?.Number), nameof(Contacts));
        Demand(snapshot.Version >= 0, "The version must not be negative.", nameof(Version));
        Demand(snapshot.LastQuotaNumber >= 0, "The number must not be negative.", nameof(LastQuotaNumber));
        Demand(snapshot.LastScheduleNumber >= 0, "The number must not be negative.", nameof(LastScheduleNumber));
        Demand(snapshot.LastContactNumber >= 0, "The number must not be negative.", nameof(LastContactNumber));
    }

    // Items with the same number are ambiguous, and an item without a number would get a different one each time it is read.
    private static void DemandNumbers(IEnumerable<int?> numbers, string list)
    {
        var seen = new HashSet<int>();
        Demand(numbers.All(n => n is { } number && seen.Add(number)), "Each item of the list must have a number of its own.", list);
    }

    private void CopyFrom(CustomerSnapshot snapshot)
    {
        var details = snapshot.Details.Completed();
        DemandConsistent(snapshot, details);
        RegisteredOn = SupportedDates.Demand(snapshot.RegisteredOn, nameof(RegisteredOn));
        EndEvaluationOn(Supported(snapshot.EvaluationEndDate, nameof(EvaluationEndDate)));
        SuspendedOn = Supported(snapshot.SuspendedOn, nameof(SuspendedOn));
        SuspensionReason = snapshot.SuspensionReason;
        ClosedOn = Supported(snapshot.ClosedOn, nameof(ClosedOn));
        RetentionDate = Supported(snapshot.RetentionDate, nameof(RetentionDate));
        UsageClosedThrough = Supported(snapshot.UsageClosedThrough, nameof(UsageClosedThrough));
        LastQuotaNumber = snapshot.LastQuotaNumber;
        LastScheduleNumber = snapshot.LastScheduleNumber;
        LastContactNumber = snapshot.LastContactNumber;
        TenantType = details.TenantType;
        Apply(details, isSnapshot: true);

        // An edit keeps the first void date. A snapshot is copied as it is.
        var voids = details.Quotas.ToDictionary(q => q.Number!.Value, q => q.VoidedFrom);
        quotas.ForEach(q => q.Void(voids[q.Number]));

        static LocalDate? Supported(LocalDate? date, string member) => date is { } d ? SupportedDates.Demand(d, member) : null;
    }
}
