using System.Collections.Frozen;
using System.Reflection;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// How a specification can use a member: compare its value, use a part of it, or use the items of a list.
internal enum AskableAs
{
    Nothing,
    Value,
    Part,
    List,
}

// The members that a host's specification can use with every store. docs/storage.md lists them, and a test compares the two.
internal static class AskableMembers
{
    public static FrozenDictionary<(Type Type, string Name), AskableAs> All { get; } =
        new[]
        {
            Of<Customer>(
                AskableAs.Value,
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
            Of<Customer>(AskableAs.Part, nameof(Customer.Account)),
            Of<Customer>(
                AskableAs.List,
                nameof(Customer.Quotas),
                nameof(Customer.Schedules),
                nameof(Customer.Contacts),
                nameof(Customer.StorageRegions),
                nameof(Customer.References)
            ),
            Of<AccountDetails>(
                AskableAs.Value,
                nameof(AccountDetails.AccountName),
                nameof(AccountDetails.OrganizationName),
                nameof(AccountDetails.Address),
                nameof(AccountDetails.PhoneNumber),
                nameof(AccountDetails.AccountKey),
                nameof(AccountDetails.OrganizationKey),
                nameof(AccountDetails.SearchText)
            ),
            Of<CreditQuota>(
                AskableAs.Value,
                nameof(CreditQuota.Number),
                nameof(CreditQuota.Limit),
                nameof(CreditQuota.EffectiveDate),
                nameof(CreditQuota.EndDate),
                nameof(CreditQuota.VoidedFrom),
                nameof(CreditQuota.Priority)
            ),
            Of<QuotaLimit>(AskableAs.Value, nameof(QuotaLimit.IsUnlimited), nameof(QuotaLimit.Credits)),
            Of<QuotaSchedule>(
                AskableAs.Value,
                nameof(QuotaSchedule.Number),
                nameof(QuotaSchedule.Limit),
                nameof(QuotaSchedule.Increment),
                nameof(QuotaSchedule.Priority),
                nameof(QuotaSchedule.NextOccurrence),
                nameof(QuotaSchedule.NextRenewal),
                nameof(QuotaSchedule.LastQuota)
            ),
            Of<QuotaSchedule>(AskableAs.Part, nameof(QuotaSchedule.Dates)),
            Of<Schedule>(AskableAs.Value, nameof(Schedule.Start), nameof(Schedule.Unit), nameof(Schedule.Interval), nameof(Schedule.Until)),
            Of<Contact>(
                AskableAs.Value,
                nameof(Contact.Number),
                nameof(Contact.Name),
                nameof(Contact.Email),
                nameof(Contact.PhoneNumber),
                nameof(Contact.Roles),
                nameof(Contact.IsPrimary)
            ),
            Of<StorageRegion>(AskableAs.Value, nameof(StorageRegion.Name)),
            Of<ExternalReference>(AskableAs.Value, nameof(ExternalReference.System), nameof(ExternalReference.Id)),
            Of<ServicePlan>(
                AskableAs.Value,
                nameof(ServicePlan.Id),
                nameof(ServicePlan.Name),
                nameof(ServicePlan.NameKey),
                nameof(ServicePlan.Edition),
                nameof(ServicePlan.IsRetired),
                nameof(ServicePlan.Version)
            ),
            Of<ServicePlan>(AskableAs.List, nameof(ServicePlan.Features), nameof(ServicePlan.AllowedRegions)),
            Of<PlanFeature>(AskableAs.Value, nameof(PlanFeature.Name)),
            Of<CustomerId>(AskableAs.Value, nameof(CustomerId.Value)),
            Of<PlanId>(AskableAs.Value, nameof(PlanId.Value)),
            Of<NameKey>(AskableAs.Value, nameof(NameKey.Value)),
        }
            .SelectMany(members => members)
            .ToFrozenDictionary(m => m.Key, m => m.Value);

    public static AskableAs Of(MemberInfo member) =>
        member.DeclaringType is { } type ? All.GetValueOrDefault((type, member.Name)) : default;

    private static IEnumerable<KeyValuePair<(Type, string), AskableAs>> Of<T>(AskableAs askable, params string[] names) =>
        names.Select(name => KeyValuePair.Create((typeof(T), name), askable));
}
