using System.Diagnostics.CodeAnalysis;
using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>The complete plain state, for a store that maps by hand.</summary>
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

    /// <summary>Restores a customer from its stored state. No rules are evaluated: what was stored stays readable when rules change.</summary>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> gave.</param>
    /// <returns>The customer as stored.</returns>
    /// <exception cref="ArgumentException">The state is not a customer's.</exception>
    public static Customer FromSnapshot(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Demand(snapshot.Details is not null, "The state has no details.");
        var customer = new Customer { Id = new CustomerId(snapshot.Details.Id!) };
        customer.Take(snapshot);
        customer.Version = snapshot.Version;
        return customer;
    }

    // The customer as a draft that was checked makes it, beside this one, which stays as it is.
    internal Customer CopyWith(CustomerDraft draft, CustomerTerms terms)
    {
        var copy = FromSnapshot(ToSnapshot());
        copy.StoredVersion = StoredVersion;
        copy.formerEvaluationEnd = formerEvaluationEnd;
        copy.Apply(draft, terms);
        copy.version++;
        return copy;
    }

    /// <summary>Makes this object the same as another of the same customer, for a unit of work that keeps its own objects. Quotas, schedules and contacts with the same number stay the same objects.</summary>
    /// <param name="snapshot">What the other's <see cref="ToSnapshot"/> gave.</param>
    /// <exception cref="ArgumentException">The state is not this customer's.</exception>
    public void Become(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Demand(snapshot.Details?.Id == Id.Value, "The state is another customer's.");
        _ = FromSnapshot(snapshot); // What is no customer's state is refused before anything changes.
        Take(snapshot);
        version = snapshot.Version;
    }

    private static void Demand([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }

    private static void DemandConsistent(CustomerSnapshot snapshot, CustomerDraft details)
    {
        Demand(snapshot.ClosedOn.HasValue == snapshot.RetentionDate.HasValue, "A closed customer has a retention date, and no other has.");
        Demand(!(snapshot.RetentionDate < snapshot.ClosedOn), "A customer is kept until the day of closing at least.");
        Demand(snapshot.SuspendedOn.HasValue == snapshot.SuspensionReason.HasValue, "A suspended customer has a reason, and no other has.");
        Demand(snapshot.SuspensionReason is not { } reason || Enum.IsDefined(reason), "The reason of the suspension is none.");
        Demand(
            snapshot.EvaluationEndDate.HasValue == (snapshot.Details.TenantType == TenantType.Evaluation),
            "An evaluation has a last day, and no other tenant type has."
        );
        Demand(Enum.IsDefined(snapshot.Details.TenantType), "The tenant type is none.");
        Demand(!(snapshot.EvaluationEndDate < snapshot.RegisteredOn), "An evaluation lasts one day at least.");
        Demand(details.References.All(r => r is not null), "A reference is missing.");
        DemandNumbers(details.Quotas.Select(q => q?.Number));
        DemandNumbers(details.Schedules.Select(s => s?.Number));
        DemandNumbers(details.Contacts.Select(c => c?.Number));
        Demand(
            snapshot is { Version: >= 0, LastQuotaNumber: >= 0, LastScheduleNumber: >= 0, LastContactNumber: >= 0 },
            "Versions and numbers are not negative."
        );
    }

    // Two with one number would be taken for each other, and one without would have another number at each reading.
    private static void DemandNumbers(IEnumerable<int?> numbers)
    {
        var seen = new HashSet<int>();
        Demand(
            numbers.All(n => n is { } number && seen.Add(number)),
            "Each quota, each schedule and each contact has a number of its own."
        );
    }

    private void Take(CustomerSnapshot snapshot)
    {
        var details = snapshot.Details.Completed();
        DemandConsistent(snapshot, details);
        RegisteredOn = SupportedDates.Demand(snapshot.RegisteredOn, nameof(snapshot));
        EndEvaluationOn(Supported(snapshot.EvaluationEndDate));
        SuspendedOn = Supported(snapshot.SuspendedOn);
        SuspensionReason = snapshot.SuspensionReason;
        ClosedOn = Supported(snapshot.ClosedOn);
        RetentionDate = Supported(snapshot.RetentionDate);
        UsageClosedThrough = Supported(snapshot.UsageClosedThrough);
        LastQuotaNumber = snapshot.LastQuotaNumber;
        LastScheduleNumber = snapshot.LastScheduleNumber;
        LastContactNumber = snapshot.LastContactNumber;
        TenantType = details.TenantType;
        Apply(details, isState: true);

        // An edit lets the first voiding stand; a stored state is taken as it is.
        var voids = details.Quotas.ToDictionary(q => q.Number!.Value, q => q.VoidedFrom);
        quotas.ForEach(q => q.Void(voids[q.Number]));

        static LocalDate? Supported(LocalDate? date) => date is { } d ? SupportedDates.Demand(d, nameof(snapshot)) : null;
    }
}
