using NodaTime;

namespace Msp.Customers.Testing;

// Conditions and orders of a host's specification on each supported member, on generated customers, compared with the result in memory.
internal static class SpecificationMemberFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            HostSpecification.Fact(
                "A specification filters and sorts by the status, which follows from the dates of a customer",
                (_, _) =>
                    [
                        .. Enum.GetValues<CustomerStatus>().Select(s => HostSpecification.Where(c => c.Status == s)),
                        HostSpecification.Where(c => c.Status != CustomerStatus.Active),
                        HostSpecification.Where(c => c.Status > CustomerStatus.Active),
                        HostSpecification.Where(c => new[] { CustomerStatus.Active, CustomerStatus.Closed }.Contains(c.Status)),
                        HostSpecification.Of(q => q.OrderBy(c => c.Status).ThenBy(c => c.Account.AccountName)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification compares and sorts enumerations by their numeric values",
                (_, _) =>
                    [
                        .. Enum.GetValues<TenantType>().Select(t => HostSpecification.Where(c => c.TenantType == t)),
                        HostSpecification.Where(c => c.TenantType >= TenantType.Commercial),
                        HostSpecification.Where(c => !(c.TenantType < TenantType.Sandbox)),
                        HostSpecification.Where(c => c.SuspensionReason == SuspensionReason.Fraud),
                        HostSpecification.Where(c => (int)c.SuspensionReason! == 1 || c.SuspensionReason!.Value == SuspensionReason.Other),
                        HostSpecification.Where(c =>
                            ((int)c.TenantType & 2) == 2 || new[] { TenantType.Commercial }.Contains(c.TenantType)
                        ),
                        HostSpecification.Of(q => q.OrderByDescending(c => (int)c.TenantType).ThenBy(c => (long)c.TenantType)),
                        HostSpecification.Where(c => c.SuspensionReason != SuspensionReason.Fraud),
                        HostSpecification.Where(c => c.SuspensionReason > SuspensionReason.Other),
                        HostSpecification.Where(c => !(c.SuspensionReason > SuspensionReason.Other)),
                        HostSpecification.Of(q => q.OrderBy(c => c.TenantType)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.TenantType).ThenByDescending(c => c.SuspensionReason)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by dates that can be null, also in negated conditions",
                (customers, generated) =>
                    [
                        .. Dates(customers, generated)
                            .SelectMany(d =>
                                new[]
                                {
                                    HostSpecification.Where(c => c.LicenseExpiryDate < d),
                                    HostSpecification.Where(c => !(c.LicenseExpiryDate < d)),
                                    HostSpecification.Where(c => c.LicenseExpiryDate!.Value >= d && c.RegisteredOn <= d),
                                    HostSpecification.Where(c => c.ClosedOn == d || c.RetentionDate > d),
                                    HostSpecification.Where(c => !(c.EvaluationEndDate >= d || c.SuspendedOn == d)),
                                }
                            ),
                        HostSpecification.Where(c => c.UsageClosedThrough.HasValue),
                        HostSpecification.Where(c => (LocalDate)c.LicenseExpiryDate! < SampleData.Today),
                        HostSpecification.Where(c => c.LicenseExpiryDate < c.EvaluationEndDate || c.ClosedOn == c.SuspendedOn),
                        HostSpecification.Where(c => !(c.LicenseExpiryDate < c.EvaluationEndDate)),
                        HostSpecification.Where(c => new List<LocalDate?> { null, SampleData.Today }.Contains(c.ClosedOn)),
                        HostSpecification.Where(c => !c.SuspendedOn.HasValue && c.ClosedOn != null),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by the dates of quotas",
                (customers, generated) =>
                    [
                        .. Dates(customers, generated)
                            .SelectMany(d =>
                                new[]
                                {
                                    HostSpecification.Where(c =>
                                        c.Quotas.Any(q => q.EffectiveDate <= d && (q.EndDate == null || q.EndDate >= d))
                                    ),
                                    HostSpecification.Where(c => c.Quotas.All(q => q.EndDate < d)),
                                    HostSpecification.Where(c => c.Quotas.Any(q => !(q.VoidedFrom <= d))),
                                    HostSpecification.Where(c => c.Quotas.Count(q => q.EffectiveDate > d) == 1),
                                }
                            ),
                        HostSpecification.Where(c => c.Quotas.Any()),
                        HostSpecification.Where(c => c.Quotas.Count > 1),
                        HostSpecification.Where(c => !c.Quotas.Any(q => q.Priority > 0 && q.Number == 1)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.Quotas.Count)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by the limits of quotas",
                (customers, _) =>
                    [
                        .. Limits(customers)
                            .SelectMany(l =>
                                new[]
                                {
                                    HostSpecification.Where(c => c.Quotas.Any(q => q.Limit == l)),
                                    HostSpecification.Where(c => c.Quotas.Any(q => q.Limit != l)),
                                    HostSpecification.Where(c => c.Quotas.Any(q => q.Limit.Credits > l.Credits)),
                                    HostSpecification.Where(c => c.Quotas.All(q => !(q.Limit.Credits > l.Credits))),
                                    HostSpecification.Where(c => c.Quotas.Any(q => q.Limit.Credits == l.Credits)),
                                }
                            ),
                        HostSpecification.Where(c => c.Quotas.Any(q => q.Limit.IsUnlimited)),
                        HostSpecification.Where(c => !c.Quotas.Any(q => QuotaLimit.Unlimited == q.Limit)),
                        HostSpecification.Where(c =>
                            c.Quotas.Any(q => q.EffectiveDate >= c.RegisteredOn && q.EndDate == c.LicenseExpiryDate)
                        ),
                        HostSpecification.Where(c => c.Quotas.All(q => q.Limit.Credits != null)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by the dates, limit and next renewal of schedules",
                (customers, generated) =>
                    [
                        .. Enum.GetValues<ScheduleUnit>()
                            .Select(u => HostSpecification.Where(c => c.Schedules.Any(s => s.Dates.Unit == u && s.Dates.Interval > 1))),
                        .. Dates(customers, generated)
                            .Take(4)
                            .Select(d => HostSpecification.Where(c => c.Schedules.Any(s => s.NextRenewal <= d && s.Dates.Start <= d))),
                        HostSpecification.Where(c => c.Schedules.All(s => s.Dates.Until == null && s.NextOccurrence == 0)),
                        HostSpecification.Where(c => c.Schedules.Any(s => s.InitialLimit.Credits >= Credits.Of(1) && s.LastQuota == null)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by the name, e-mail address, roles and primary flag of contacts",
                (customers, _) =>
                    [
                        HostSpecification.Where(c => c.Contacts.Any(p => p.Email == "p1@example.com")),
                        HostSpecification.Where(c => c.Contacts.Any(p => p.Email!.EndsWith("@EXAMPLE.com"))),
                        HostSpecification.Where(c => c.Contacts.Any(p => p.Email!.StartsWith("p") && p.IsPrimary)),
                        HostSpecification.Where(c => c.Contacts.All(p => p.PhoneNumber == null)),
                        HostSpecification.Where(c => c.Contacts.Any(p => p.Roles.HasFlag(ContactRoles.Billing | ContactRoles.Legal))),
                        HostSpecification.Where(c => c.Contacts.Any(p => (p.Roles & ContactRoles.Technical) != 0)),
                        HostSpecification.Where(c => c.Contacts.Count(p => p.Roles == ContactRoles.None) == 0),
                        .. customers
                            .SelectMany(c => c.Contacts)
                            .Take(3)
                            .Select(p => HostSpecification.Where(c => c.Contacts.Any(o => o.Name == p.Name))),
                    ]
            ),
            HostSpecification.Fact(
                "A specification filters by the text of regions and references",
                (_, _) =>
                    [
                        HostSpecification.Where(c => c.StorageRegions.Any(r => r.Name == "us-east-1")),
                        HostSpecification.Where(c => c.StorageRegions.Any(r => r.Name.StartsWith("US"))),
                        HostSpecification.Where(c => c.StorageRegions.Count == 0),
                        HostSpecification.Where(c => c.References.Any(r => r.System == "psa" && r.Id.EndsWith("1"))),
                        HostSpecification.Where(c => !c.References.Any(r => r.System == "crm")),
                    ]
            ),
        ];

    private static IEnumerable<LocalDate> Dates(IReadOnlyList<Customer> customers, GeneratedData generated) =>
        customers
            .Select(c => c.RegisteredOn)
            .Take(3)
            .Append(generated.Date())
            .Append(SampleData.Today)
            .Append(SupportedDates.Last)
            .Distinct();

    private static IEnumerable<QuotaLimit> Limits(IReadOnlyList<Customer> customers) =>
        customers
            .SelectMany(c => c.Quotas)
            .Select(q => q.Limit)
            .Append(QuotaLimit.Unlimited)
            .Append(QuotaLimit.Of(Credits.FromMicros(1)))
            .Distinct()
            .Take(6);
}
