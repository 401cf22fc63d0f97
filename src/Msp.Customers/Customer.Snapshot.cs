using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>The complete plain state, for a store that maps by hand.</summary>
    /// <returns>A new snapshot with the version to be stored.</returns>
    public CustomerSnapshot ToSnapshot() => new()
    {
        Details = ToDraft(),
        Version = version,
        RegisteredOn = RegisteredOn,
        EvaluationEndDate = EvaluationEndDate,
        SuspendedOn = SuspendedOn,
        SuspensionReason = SuspensionReason,
        ClosedOn = ClosedOn,
        RetentionDate = RetentionDate,
        LastQuotaNumber = LastQuotaNumber,
        LastContactNumber = LastContactNumber,
    };

    /// <summary>Restores a customer from its stored state. No rules are asked: what was stored stays readable when rules change.</summary>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> gave.</param>
    /// <returns>The customer as stored.</returns>
    /// <exception cref="ArgumentException">The state is not a customer's.</exception>
    public static Customer FromSnapshot(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var customer = new Customer { Id = new CustomerId(snapshot.Details.Id!) };
        customer.Take(snapshot);
        customer.Version = snapshot.Version;
        return customer;
    }

    /// <summary>Makes this object the same as another of the same customer, for a unit of work that keeps its own objects. Quotas and contacts with the same number stay the same objects.</summary>
    /// <param name="snapshot">What the other's <see cref="ToSnapshot"/> gave.</param>
    /// <exception cref="ArgumentException">The state is not this customer's.</exception>
    public void Become(CustomerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Demand(snapshot.Details.Id == Id.Value, "The state is another customer's.");
        Take(snapshot);
        version = snapshot.Version;
    }

    private static void Demand(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }

    private void Take(CustomerSnapshot snapshot)
    {
        Demand(snapshot.ClosedOn.HasValue == snapshot.RetentionDate.HasValue, "A closed customer has a retention date, and no other has.");
        Demand(snapshot.SuspendedOn.HasValue == snapshot.SuspensionReason.HasValue, "A suspended customer has a reason, and no other has.");
        Demand(
            snapshot.EvaluationEndDate.HasValue == (snapshot.Details.TenantType == TenantType.Evaluation),
            "An evaluation has a last day, and no other tenant type has.");
        RegisteredOn = SupportedDates.Demand(snapshot.RegisteredOn, nameof(snapshot));
        EvaluationEndDate = Supported(snapshot.EvaluationEndDate);
        SuspendedOn = Supported(snapshot.SuspendedOn);
        SuspensionReason = snapshot.SuspensionReason;
        ClosedOn = Supported(snapshot.ClosedOn);
        RetentionDate = Supported(snapshot.RetentionDate);
        LastQuotaNumber = snapshot.LastQuotaNumber;
        LastContactNumber = snapshot.LastContactNumber;
        Apply(snapshot.Details, CustomerTerms.Default);

        static LocalDate? Supported(LocalDate? date) => date is { } d ? SupportedDates.Demand(d, nameof(snapshot)) : null;
    }
}
