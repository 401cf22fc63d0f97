using System.Text;

namespace Msp.Customers.Testing;

// Statements of a host's specification other than conditions, and combinations of all statements, on generated customers, compared with the
// result in memory.
internal static class SpecificationStatementFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            HostSpecification.Fact(
                "A specification combines conditions with and, or, not and the conditional operator",
                (_, _) =>
                    [
                        HostSpecification.Of(q => q.Where(c => c.TenantType == TenantType.Commercial).Where(c => c.ServicePlan != null)),
                        HostSpecification.Where(c => c.TimeZone == null || (c.ServicePlan != null && !(c.ClosedOn == null))),
                        HostSpecification.Where(c => c.ClosedOn == null ? c.TimeZone == null : c.TimeZone == "Pacific/Apia"),
                        HostSpecification.Where(c => (c.LicenseExpiryDate < SampleData.Today) == false),
                        HostSpecification.Where(c => (c.SuspendedOn ?? SampleData.Today) == SampleData.Today),
                    ]
            ),
            HostSpecification.Fact(
                "A specification sorts null values first, text by code point, and equal customers by id",
                (_, _) =>
                    [
                        HostSpecification.Of(q => q.OrderBy(c => c.Account.AccountName)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.Account.OrganizationName)),
                        HostSpecification.Of(q => q.OrderBy(c => c.TimeZone)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.TimeZone).ThenBy(c => c.LicenseExpiryDate)),
                        HostSpecification.Of(q => q.OrderBy(c => c.ServicePlan).ThenByDescending(c => c.Id.Value)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.LicenseExpiryDate)),
                        HostSpecification.Of(q =>
                            q.OrderBy(c => c.ClosedOn == null).ThenBy(c => c.TenantType == TenantType.Sandbox ? 0 : 1)
                        ),
                        HostSpecification.Of(q => q.OrderBy(c => c.TenantType, false).ThenBy(c => c.TimeZone)),
                    ]
            ),
            HostSpecification.Fact(
                "A specification applies Skip and Take",
                (_, _) =>
                    [
                        HostSpecification.Of(q => q.Take(4)),
                        HostSpecification.Of(q => q.Skip(3)),
                        HostSpecification.Of(q => q.OrderBy(c => c.TimeZone).Skip(5).Take(7)),
                        HostSpecification.Of(q => q.OrderByDescending(c => c.TenantType).Take(0)),
                        HostSpecification.Of(q =>
                            q.OrderByDescending(c => c.LicenseExpiryDate).Skip(HostSpecification.Population + 1).Take(2)
                        ),
                        HostSpecification.Of(q => q.Where(c => c.ServicePlan != null).OrderBy(c => c.ServicePlan).Skip(2).Take(3)),
                    ]
            ),
            HostSpecification.Fact(
                "A search of a specification matches any term of a group and all groups, as LIKE with an escape character",
                (customers, _) =>
                    [
                        HostSpecification.Of(q => q.Search(c => c.Account.AccountName, "SAME")),
                        HostSpecification.Of(q => q.Search(c => c.Account.AccountName, "s_m%")),
                        HostSpecification.Of(q =>
                            q.Search(c => c.Account.OrganizationName, "%\\%%").Search(c => c.Account.AccountName, "%\\_%")
                        ),
                        HostSpecification.Of(q =>
                            q.Search(c => c.Account.OrganizationName, "%1%", 1).Search(c => c.Account.AccountName, "%e%", 2)
                        ),
                        HostSpecification.Of(q =>
                            q.Search(c => c.Account.AccountName, "%[x]%").Search(c => c.Account.AccountName, "%\\\\%")
                        ),
                        HostSpecification.Of(q => q.Search(c => c.Account.Address!, "%bremen")),
                        HostSpecification.Of(q => q.Search(c => c.Id.Value, "__")),
                        HostSpecification.Of(q =>
                            q.Search(c => c.Account.AccountName, "%\u00E9%").Search(c => c.Account.AccountName, "%\u0130%")
                        ),
                        HostSpecification.Of(q => q.Search(c => c.Account.AccountName, "\\")),
                        HostSpecification.Of(q => q.Search(c => c.Account.AccountName, new string('_', 5_000))),
                        .. customers
                            .Take(6)
                            .Select(c =>
                                HostSpecification.Of(q => q.Search(o => o.Account.AccountName, $"%{c.Account.AccountName[^1..]}"))
                            ),
                        HostSpecification.Of(q =>
                            q.Search(c => c.Account.OrganizationName, "%a%").OrderBy(c => c.TimeZone).Skip(1).Take(5)
                        ),
                    ]
            ),
            HostSpecification.Fact(
                "A tag of a specification does not change the result",
                (_, _) =>
                    [
                        HostSpecification.Of(q =>
                            q.TagWith("of a host's\r\n; --")
                                .Where(c => c.ServicePlan != null)
                                .OrderBy(c => c.ServicePlan)
                                .TagWith("*/ 'second'")
                        ),
                    ]
            ),
            HostSpecification.Fact(
                "Generated specifications return the same customers as the in-memory store",
                (customers, generated) => [.. Enumerable.Range(0, 25).Select(_ => Any(customers, generated))]
            ),
        ];

    private static HostSpecification<Customer> Any(IReadOnlyList<Customer> customers, GeneratedData generated) =>
        HostSpecification.Of(query =>
        {
            var (one, other, day) = (generated.OneOf([.. customers]), generated.OneOf([.. customers]), generated.Date());
            _ = generated.Number(4) switch
            {
                0 => query.Where(c =>
                    c.Account.AccountName.Contains(Rune.GetRuneAt(one.Account.AccountName, 0).ToString()) || c.TimeZone == other.TimeZone
                ),
                1 => query.Where(c => c.Quotas.Any(q => q.EffectiveDate <= day) && c.Status == one.Status),
                2 => query.Where(c => !(c.LicenseExpiryDate < day) && c.TenantType >= one.TenantType),
                _ => query.Search(c => c.Account.OrganizationName, $"%{one.Account.OrganizationName[^1..]}"),
            };
            var isDescending = generated.Chance(50);
            var ordered = generated.Number(3) switch
            {
                0 => query.OrderBy(c => c.TimeZone, !isDescending),
                1 => query.OrderByDescending(c => c.ServicePlan),
                _ => query.OrderBy(c => c.Status),
            };
            ordered.ThenByDescending(c => c.Account.OrganizationName, isDescending);
            query.Skip(generated.Number(6), generated.Chance(50));
            query.Take(generated.Number(9), generated.Chance(50));
        });
}
