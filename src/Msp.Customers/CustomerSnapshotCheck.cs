using System.Diagnostics.CodeAnalysis;

namespace Msp.Customers;

// The conditions that a stored snapshot must meet. They contain no rule, so that stored customers stay readable when rules change.
internal static class CustomerSnapshotCheck
{
    // Whether a stored snapshot is invalid, and its invalid member. The member is null when no single member is invalid.
    public static bool IsUnreadable(CustomerSnapshot snapshot, out string? member)
    {
        try
        {
            Customer.FromSnapshot(snapshot);
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

    public static void Demand(CustomerSnapshot snapshot, CustomerDraft details)
    {
        Demand(
            snapshot.ClosedOn.HasValue == snapshot.RetentionDate.HasValue,
            "A closed customer must have a retention date, and any other customer must have none.",
            nameof(Customer.RetentionDate)
        );
        Demand(
            !(snapshot.RetentionDate < snapshot.ClosedOn),
            "The retention date must not be before the closing date.",
            nameof(Customer.RetentionDate)
        );
        Demand(
            snapshot.SuspendedOn.HasValue == snapshot.SuspensionReason.HasValue,
            "A suspended customer must have a suspension reason, and any other customer must have none.",
            nameof(Customer.SuspensionReason)
        );
        Demand(
            snapshot.SuspensionReason is not { } reason || Enum.IsDefined(reason),
            "The suspension reason is not defined.",
            nameof(Customer.SuspensionReason)
        );
        Demand(
            snapshot.EvaluationEndDate.HasValue == (snapshot.Details.TenantType == TenantType.Evaluation),
            "An evaluation must have an end date, and any other tenant type must have none.",
            nameof(Customer.EvaluationEndDate)
        );
        Demand(Enum.IsDefined(snapshot.Details.TenantType), "The tenant type is not defined.", nameof(Customer.TenantType));
        Demand(CustomerValidator.IsZone(snapshot.Details.TimeZone), "The time zone is not an IANA time zone.", nameof(Customer.TimeZone));
        Demand(
            !(snapshot.EvaluationEndDate < snapshot.RegisteredOn),
            "The evaluation must not end before the registration date.",
            nameof(Customer.EvaluationEndDate)
        );
        Demand(details.References.All(r => r is not null), "The list contains an empty item.", nameof(Customer.References));
        DemandNumbers(details.Quotas.Select(q => q?.Number), nameof(Customer.Quotas));
        DemandNumbers(details.Schedules.Select(s => s?.Number), nameof(Customer.Schedules));
        DemandNumbers(details.Contacts.Select(c => c?.Number), nameof(Customer.Contacts));
        Demand(snapshot.Version >= 0, "The version must not be negative.", nameof(Customer.Version));
        Demand(snapshot.LastQuotaNumber >= 0, "The number must not be negative.", nameof(Customer.LastQuotaNumber));
        Demand(snapshot.LastScheduleNumber >= 0, "The number must not be negative.", nameof(Customer.LastScheduleNumber));
        Demand(snapshot.LastContactNumber >= 0, "The number must not be negative.", nameof(Customer.LastContactNumber));
    }

    // Items with the same number are ambiguous, and an item without a number would get a different one each time it is read.
    private static void DemandNumbers(IEnumerable<int?> numbers, string list)
    {
        var seen = new HashSet<int>();
        Demand(numbers.All(n => n is { } number && seen.Add(number)), "Each item of the list must have a number of its own.", list);
    }

    public static void Demand([DoesNotReturnIf(false)] bool condition, string message, string? member = null)
    {
        if (!condition)
        {
            throw new ArgumentException(message, member);
        }
    }

    private static string? FirstErrorPath(CustomerDraft details) =>
        CustomerValidator.Check(details).FirstOrDefault(v => v.Severity == Severity.Error)?.Path;
}
