using Msp.Customers.Names;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Mapping;

public sealed class IndexTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string FullSort = @"(?<!Incremental )Sort  \(";
    private static readonly LocalDate February = new(2026, 2, 1);

    public static TheoryData<Specification<Customer>, string> Selective =>
        new()
        {
            { new CustomersById(new CustomerId("c-1")), "PK_Customers" },
            { new CustomersMatching(new CustomerFilter { Name = "Account 77" }), "IX_Customers_Msp_AccountKey_Id" },
            { new CustomersMatching(new CustomerFilter { Name = "Account 77" }), "IX_Customers_Msp_OrganizationKey" },
            { new CustomersByOrganization(NameKey.Of("Organization 77")), "IX_Customers_Msp_OrganizationKey" },
            { new CustomersByReference(new ExternalReference("psa", "c-1")), "IX_CustomerReferences_Msp_System_Id" },
            { new CustomersById(FiftyKeys(n => new CustomerId($"c-{n}"))), "PK_Customers" },
            { new CustomersByOrganization(FiftyKeys(n => NameKey.Of($"Organization {n}"))), "IX_Customers_Msp_OrganizationKey" },
            { new CustomersByReference(FiftyKeys(n => new ExternalReference("psa", $"c-{n}"))), "IX_CustomerReferences_Msp_System_Id" },
            { new CustomersMatching(new CustomerFilter { ServicePlan = new PlanId("plan-7") }), "IX_Customers_Msp_ServicePlan_Id" },
            { new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = February }), "IX_Customers_Msp_LicenseExpiryDate_Id" },
            { new CustomersMatching(new CustomerFilter { EvaluationEndingBefore = February }), "IX_Customers_Msp_EvaluationEndDate" },
            { new CustomersMatching(new CustomerFilter { RetentionOverOn = February }), "IX_Customers_Msp_RetentionDate" },
            { new CustomersMatching(new CustomerFilter { Region = new StorageRegion("rare-1") }), "IX_CustomerStorageRegions_Msp_Name" },
            { new CustomersMatching(new CustomerFilter { QuotaEndingBefore = February }), "IX_CreditQuotas_Msp_EndDate" },
            { new CustomersMatching(new CustomerFilter { QuotaEndingBefore = February }), "IX_CreditQuotas_Msp_VoidedFrom" },
            {
                new CustomersMatching(new CustomerFilter { QuotaInForceOn = new LocalDate(2026, 1, 5) }),
                "IX_CreditQuotas_Msp_EffectiveDate_EndDate"
            },
        };

    public static TheoryData<CustomerFilter> OtherFilters =>
        [
            new(),
            new() { Text = "account" },
            new() { Region = new StorageRegion("eu-central-1") },
            new() { QuotaInForceOn = new LocalDate(2046, 1, 5) },
            new() { QuotaEndingBefore = new LocalDate(2046, 1, 5) },
        ];

    [Theory]
    [MemberData(nameof(Selective))]
    public async Task Selective_specifications_search_an_index(Specification<Customer> specification, string index) =>
        (await database.PlanAsync(c => Store(c).ListAsync(specification))).Should().Contain(index).And.NotContain("Seq Scan");

    public static TheoryData<CustomerFilter, string> Listed =>
        new()
        {
            {
                new CustomerFilter { Status = CustomerStatus.Closed },
                "Closed"
            },
            {
                new CustomerFilter { Status = CustomerStatus.Suspended },
                "Suspended"
            },
            {
                new CustomerFilter { TenantType = TenantType.Commercial },
                "Commercial"
            },
            {
                new CustomerFilter { TenantType = TenantType.Sandbox },
                "Sandbox"
            },
        };

    [Theory]
    [MemberData(nameof(Listed))]
    public async Task Customers_of_a_status_or_a_tenant_type_have_an_index_in_order_of_name(CustomerFilter filter, string index) =>
        (await database.PlanAsync(c => Store(c).PageAsync(new CustomerPageRequest { Filter = filter })))
            .Should()
            .Contain($"Index Scan using \"IX_Customers_AccountKey_{index}\"")
            .And.NotContain("Sort")
            .And.NotContain("Seq Scan");

    // Without sorting, the read ends as soon as the page is full.
    [Theory]
    [MemberData(nameof(OtherFilters))]
    public async Task Other_filters_read_a_page_in_the_order_of_an_index(CustomerFilter filter) =>
        (await database.PlanAsync(c => Store(c).PageAsync(new CustomerPageRequest { Filter = filter })))
            .Should()
            .Contain("Index Scan using \"IX_Customers_Msp_AccountKey_Id\"")
            .And.NotContain("Sort")
            .And.NotContain("Seq Scan");

    [Theory]
    [InlineData(CustomerSort.AccountName, "IX_Customers_Msp_AccountKey_Id")]
    [InlineData(CustomerSort.OrganizationName, "IX_Customers_Msp_OrganizationKey")]
    [InlineData(CustomerSort.RegisteredOn, "IX_Customers_Msp_RegisteredOn_Id")]
    [InlineData(CustomerSort.ServicePlan, "IX_Customers_Msp_ServicePlan_Id")]
    [InlineData(CustomerSort.LicenseExpiryDate, "IX_Customers_Msp_LicenseExpiryDate_Id")]
    public async Task A_later_page_starts_at_its_position_in_an_index(CustomerSort sort, string index)
    {
        foreach (
            var request in new[]
            {
                new CustomerPageRequest { Sort = sort },
                new CustomerPageRequest { Sort = sort, Descending = true },
            }
        )
        {
            await using var context = database.Storage.Context();
            var token = (await Store(context).PageAsync(request)).NextToken;
            var plan = await database.PlanAsync(c => Store(c).PageAsync(request with { Token = token }));
            plan.Should()
                .Contain(index)
                .And.MatchRegex($"Index Cond: .* {(request.Descending ? "<=" : ">=")} '")
                .And.NotMatchRegex(FullSort)
                .And.NotContain("Seq Scan");
        }
    }

    [Fact]
    public async Task The_parts_of_the_customers_of_a_page_are_read_by_their_keys()
    {
        var plans = await database.PlansAsync(c => Store(c).PageAsync(new CustomerPageRequest { Size = 5 }));
        plans.Should().HaveCount(3).And.OnlyContain(p => !p.Contains("Seq Scan"));
    }

    [Fact]
    public async Task The_usage_of_a_customer_is_read_by_an_index()
    {
        var (customer, now) = (new CustomerId("c-1"), Instant.FromUtc(2026, 3, 1, 12, 0));
        var plans = await database.PlansAsync(async c =>
        {
            var store = new DbContextUsageStore<MspCustomersContext>(c);
            await store.ReadAsync(customer);
            await store.ListAsync(customer, new EffectivePeriod(February, February)).ToListAsync();
            await store.FindAsync([new UsageKey(customer, "k1")]);
        });
        plans.Should().HaveCount(5).And.OnlyContain(p => p.Contains("\"CustomerId\"") && !p.Contains("Seq Scan"));
    }

    // Few of 20,000. For a larger part, the planner scans the whole table.
    private static IEnumerable<T> FiftyKeys<T>(Func<int, T> make) => Enumerable.Range(1, 50).Select(make);

    private static DbContextCustomerStore<MspCustomersContext> Store(MspCustomersContext context) => new(context);
}
