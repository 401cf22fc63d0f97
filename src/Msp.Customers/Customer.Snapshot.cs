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
        CustomerSnapshotCheck.Demand(snapshot.Details is not null, "The snapshot has no details.");
        var customer = new Customer { Id = new CustomerId(snapshot.Details.Id!) };
        customer.CopyFrom(snapshot);
        customer.Version = snapshot.Version;
        return customer;
    }

    // Returns a copy of the customer with a checked draft applied. This customer does not change.
    internal Customer CopyWith(CustomerDraft draft, CustomerTerms terms)
    {
        var copy = FromSnapshot(ToSnapshot());
        copy.source = this;
        copy.OriginalVersion = OriginalVersion;
        copy.original = original;
        copy.formerEvaluationEnd = formerEvaluationEnd;
        copy.BeginChange();
        copy.Apply(draft, terms);
        return copy;
    }

    // Returns a customer for lists that replaces an invalid stored snapshot, or null when none can be created.
    internal static Customer? PlaceholderFor(CustomerSnapshot snapshot)
    {
        try
        {
            var placeholder = DraftedCustomer
                .New(snapshot.Details, CustomerTerms.Default, _ => Or(snapshot.RegisteredOn) ?? SupportedDates.First, isNumbered: true)
                .Customer;
            if (placeholder is null || placeholder.Id.Value != snapshot.Details.Id)
            {
                return null;
            }

            placeholder.EvaluationEndDate = Or(snapshot.EvaluationEndDate);
            placeholder.SuspendedOn = Or(snapshot.SuspendedOn);
            placeholder.ClosedOn = Or(snapshot.ClosedOn);
            placeholder.RetentionDate = Or(snapshot.RetentionDate);
            placeholder.UsageClosedThrough = Or(snapshot.UsageClosedThrough);
            placeholder.Version = snapshot.Version;
            return placeholder;
        }
        catch (ArgumentException)
        {
            return null;
        }

        static LocalDate? Or(LocalDate? date) => date is { } d && SupportedDates.Contains(d) ? d : null;
    }

    private void CopyFrom(CustomerSnapshot snapshot)
    {
        var details = snapshot.Details.Completed();
        CustomerSnapshotCheck.Demand(snapshot, details);
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
