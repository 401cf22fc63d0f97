using Msp.Customers.Names;

namespace Msp.Customers.Testing;

// Text conditions of a host's specification, on generated customers, compared with the result in memory.
internal static class SpecificationTextFacts
{
    // A filter value that is not set.
    private static string? Nothing => null;

    public static IEnumerable<ConformanceFact> All =>
        [
            HostSpecification.Fact(
                "A specification compares text by code point",
                (customers, _) =>
                    [
                        .. Pieces(customers).Select(p => HostSpecification.Where(c => c.Account.AccountName.StartsWith(p))),
                        .. Pieces(customers).Select(p => HostSpecification.Where(c => c.Account.AccountName.EndsWith(p))),
                        .. Pieces(customers).Select(p => HostSpecification.Where(c => c.Account.OrganizationName.Contains(p))),
                        .. Pieces(customers)
                            .Select(p => HostSpecification.Where(c => c.Account.AccountName == p || !c.Account.AccountName.Contains(p))),
                        HostSpecification.Where(c => c.Account.SearchText.Contains('\n') && c.Account.AccountName != "Same"),
                        HostSpecification.Where(c =>
                            c.Account.AccountKey == NameKey.Of("SAME") || c.Account.OrganizationKey.Value.StartsWith("a")
                        ),
                    ]
            ),
            HostSpecification.Fact(
                "A specification matches no text condition on text that is null",
                (_, _) =>
                    [
                        HostSpecification.Where(c => c.Account.Address!.StartsWith("1 Harbour")),
                        HostSpecification.Where(c => !c.Account.Address!.StartsWith("1 Harbour")),
                        HostSpecification.Where(c => c.Account.PhoneNumber == null),
                        HostSpecification.Where(c => Nothing == null || c.Account.AccountName.Contains(Nothing)),
                        HostSpecification.Where(c => Nothing != null && c.Account.AccountName.StartsWith(Nothing)),
                        HostSpecification.Where(c => Nothing == null ? c.TimeZone == Nothing : c.TimeZone!.EndsWith(Nothing)),
                        HostSpecification.Where(c => c.TimeZone != "Europe/Berlin"),
                        HostSpecification.Where(c =>
                            string.IsNullOrEmpty(c.TimeZone) || c.TimeZone.EndsWith("Apia", StringComparison.Ordinal)
                        ),
                        HostSpecification.Where(c => (c.TimeZone ?? "UTC") == "UTC"),
                        HostSpecification.Where(c => c.Account.PhoneNumber!.Contains("0100") == false),
                    ]
            ),
            HostSpecification.Fact(
                "A specification with text that cannot be stored matches no stored text",
                (customers, _) =>
                    [
                        .. new[] { "a\0", "\uD83D", "\uDE00b" }.SelectMany(text =>
                            new ISpecification<Customer>[]
                            {
                                new CustomersMatching(new CustomerFilter { Name = text }),
                                new CustomersMatching(new CustomerFilter { Text = text }),
                                new CustomersMatching(new CustomerFilter { ServicePlan = PlanId.FromStored(text) }),
                                new CustomersByOrganization(NameKey.Of(text)),
                                new CustomersById(CustomerId.FromStored(text)),
                                new CustomersById(CustomerId.FromStored(text), customers[0].Id),
                                HostSpecification.Where(c => c.Account.AccountName.StartsWith(text)),
                                HostSpecification.Where(c => c.Account.AccountName.Contains(text)),
                                HostSpecification.Where(c => c.TimeZone == text),
                                HostSpecification.Where(c => c.TimeZone != text && c.Id.Value != text),
                                HostSpecification.Where(c =>
                                    new[] { text, customers[0].Account.AccountName }.Contains(c.Account.AccountName)
                                ),
                                HostSpecification.Of(q => q.Search(c => c.Account.AccountName, $"%{text}%")),
                                HostSpecification.Where(c => c.Id == CustomerId.FromStored(text)),
                                HostSpecification.Where(c => c.Id != CustomerId.FromStored(text)),
                                HostSpecification.Where(c => new List<CustomerId> { CustomerId.FromStored(text) }.Contains(c.Id)),
                                HostSpecification.Where(c => c.ServicePlan == PlanId.FromStored(text)),
                                HostSpecification.Where(c => c.Account.OrganizationKey == NameKey.Of(text)),
                                HostSpecification.Where(c => new List<NameKey> { NameKey.Of(text) }.Contains(c.Account.AccountKey)),
                            }
                        ),
                    ]
            ),
            HostSpecification.Fact(
                "A specification compares ids and their text by code point",
                (customers, _) =>
                    [
                        HostSpecification.Where(c => c.Id == customers[3].Id),
                        HostSpecification.Where(c => c.Id != customers[3].Id),
                        HostSpecification.Where(c => c.Id > customers[5].Id),
                        HostSpecification.Where(c => c.Id.Value == customers[4].Id.Value),
                        HostSpecification.Where(c => c.Id.Value.StartsWith("\uFFFD")),
                        HostSpecification.Where(c => !c.Id.Value.StartsWith("1")),
                        HostSpecification.Where(c => c.Id.Value.EndsWith("1") || c.Id.Value.Contains("22")),
                        HostSpecification.Where(c =>
                            new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "GOLD" }.Contains(c.ServicePlan!.Value)
                        ),
                        HostSpecification.Where(c => new[] { customers[0].TimeZone, null }.Contains(c.TimeZone)),
                        HostSpecification.Where(c => new List<CustomerId> { customers[1].Id, customers[2].Id }.Contains(c.Id)),
                        HostSpecification.Where(c => new HashSet<string> { customers[1].Id.Value, "none" }.Contains(c.Id.Value)),
                        HostSpecification.Where(c => c.ServicePlan == null),
                        HostSpecification.Where(c => c.ServicePlan == new PlanId("gold")),
                        HostSpecification.Where(c => c.ServicePlan != new PlanId("gold")),
                        HostSpecification.Where(c => c.ServicePlan!.Value.StartsWith("silver")),
                        HostSpecification.Where(c => !c.ServicePlan!.Value.StartsWith("silver")),
                    ]
            ),
        ];

    // Parts of names unchanged and in another letter case, and characters that are special in LIKE.
    private static IEnumerable<string> Pieces(IReadOnlyList<Customer> customers) =>
        customers
            .Take(5)
            .SelectMany(c => new[] { First(c.Account.AccountName), First(c.Account.AccountName).ToUpperInvariant(), c.Account.AccountName })
            .Concat(["", "S", "s", "e", "E", "%", "_", "\\", "[x]", "'", "\u00E9", "e\u0301", "\u00DF", "SS", "\U0001F600", "\uFFFD"])
            .Distinct();

    private static string First(string text) => System.Text.Rune.GetRuneAt(text, 0).ToString();
}
