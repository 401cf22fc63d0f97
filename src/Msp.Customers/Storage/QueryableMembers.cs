using System.Collections.Frozen;
using System.Reflection;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// How a specification can use a member: compare its value, use a part of it, or use the items of a list.
internal enum QueryableAs
{
    Nothing,
    Value,
    Part,
    List,
}

// The members that a host's specification can use with every store. docs/storage.md lists them, and a test compares the two.
internal static class QueryableMembers
{
    public static FrozenDictionary<(Type Type, string Name), QueryableAs> All { get; } =
        new[]
        {
            Of<Customer>(
                QueryableAs.Value,
                nameof(Customer.Id),
                nameof(Customer.TimeZone),
                nameof(Customer.ServicePlan),
                nameof(Customer.TenantType),
                nameof(Customer.Status),
                nameof(Customer.LicenseExpiryDate),
                nameof(Customer.RegisteredOn),
                nameof(Customer.EvaluationEndDate),
                nameof(Customer.SuspendedOn),
                nameof(Customer.SuspensionReason),
                nameof(Customer.ClosedOn),
                nameof(Customer.RetentionDate),
                nameof(Customer.UsageClosedThrough),
                nameof(Customer.Version)
            ),
            Of<Customer>(QueryableAs.Part, nameof(Customer.Account)),
            Of<Customer>(
                QueryableAs.List,
                nameof(Customer.Quotas),
                nameof(Customer.Schedules),
                nameof(Customer.Contacts),
                nameof(Customer.StorageRegions),
                nameof(Customer.References)
            ),
            Of<AccountDetails>(
                QueryableAs.Value,
                nameof(AccountDetails.AccountName),
                nameof(AccountDetails.OrganizationName),
                nameof(AccountDetails.Address),
                nameof(AccountDetails.PhoneNumber),
                nameof(AccountDetails.AccountKey),
                nameof(AccountDetails.OrganizationKey),
                nameof(AccountDetails.SearchText)
            ),
            Of<CreditQuota>(
                QueryableAs.Value,
                nameof(CreditQuota.Number),
                nameof(CreditQuota.Limit),
                nameof(CreditQuota.EffectiveDate),
                nameof(CreditQuota.EndDate),
                nameof(CreditQuota.VoidedFrom),
                nameof(CreditQuota.Priority)
            ),
            Of<QuotaLimit>(QueryableAs.Value, nameof(QuotaLimit.IsUnlimited), nameof(QuotaLimit.Credits)),
            Of<QuotaSchedule>(
                QueryableAs.Value,
                nameof(QuotaSchedule.Number),
                nameof(QuotaSchedule.InitialLimit),
                nameof(QuotaSchedule.Increment),
                nameof(QuotaSchedule.Priority),
                nameof(QuotaSchedule.NextOccurrence),
                nameof(QuotaSchedule.NextRenewal),
                nameof(QuotaSchedule.LastQuota)
            ),
            Of<QuotaSchedule>(QueryableAs.Part, nameof(QuotaSchedule.Dates)),
            Of<Schedule>(
                QueryableAs.Value,
                nameof(Schedule.Start),
                nameof(Schedule.Unit),
                nameof(Schedule.Interval),
                nameof(Schedule.Until)
            ),
            Of<Contact>(
                QueryableAs.Value,
                nameof(Contact.Number),
                nameof(Contact.Name),
                nameof(Contact.Email),
                nameof(Contact.PhoneNumber),
                nameof(Contact.Roles),
                nameof(Contact.IsPrimary)
            ),
            Of<StorageRegion>(QueryableAs.Value, nameof(StorageRegion.Name)),
            Of<ExternalReference>(QueryableAs.Value, nameof(ExternalReference.System), nameof(ExternalReference.Id)),
            Of<ServicePlan>(
                QueryableAs.Value,
                nameof(ServicePlan.Id),
                nameof(ServicePlan.Name),
                nameof(ServicePlan.NameKey),
                nameof(ServicePlan.Edition),
                nameof(ServicePlan.IsRetired),
                nameof(ServicePlan.Version)
            ),
            Of<ServicePlan>(QueryableAs.List, nameof(ServicePlan.Features), nameof(ServicePlan.AllowedRegions)),
            Of<PlanFeature>(QueryableAs.Value, nameof(PlanFeature.Name)),
            Of<CustomerId>(QueryableAs.Value, nameof(CustomerId.Value)),
            Of<PlanId>(QueryableAs.Value, nameof(PlanId.Value)),
            Of<NameKey>(QueryableAs.Value, nameof(NameKey.Value)),
        }
            .SelectMany(members => members)
            .ToFrozenDictionary(m => m.Key, m => m.Value);

    public static QueryableAs Of(MemberInfo member) =>
        member.DeclaringType is { } type ? All.GetValueOrDefault((type, member.Name)) : default;

    private static IEnumerable<KeyValuePair<(Type, string), QueryableAs>> Of<T>(QueryableAs queryable, params string[] names) =>
        names.Select(name => KeyValuePair.Create((typeof(T), name), queryable));
}
