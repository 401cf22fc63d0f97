using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class IndexTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    public static TheoryData<Specification<Customer>> Selective =>
        [
            new CustomersById(new CustomerId("c-1")),
            new CustomersById([new CustomerId("c-1"), new CustomerId("c-2")]),
            new CustomersByOrganization([NameKey.Of("Northwind"), NameKey.Of("Southwind")]),
            new CustomersByReference([new ExternalReference("psa", "1"), new ExternalReference("crm", "2")]),
            new CustomersMatching(new CustomerFilter { Name = "Northwind" }),
            new CustomersByOrganization(NameKey.Of("Northwind")),
            new CustomersByReference(new ExternalReference("psa", "1")),
            new CustomersMatching(new CustomerFilter { ServicePlan = new PlanId("gold") }),
            new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = Valid.Today }),
            new CustomersMatching(new CustomerFilter { EvaluationEndingBefore = Valid.Today }),
            new CustomersMatching(new CustomerFilter { RetentionOverOn = Valid.Today }),
        ];

    public static TheoryData<Specification<Customer>> Others =>
        [
            new CustomersMatching(new CustomerFilter { Region = new StorageRegion("eu-central-1") }),
            new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Valid.Today }),
            new CustomersMatching(new CustomerFilter { QuotaInForceOn = Valid.Today }),
            new CustomersMatching(new CustomerFilter { Text = "north" }),
            new CustomersMatching(new CustomerFilter { RenewalDueOnOrBefore = Valid.Today }),
        ];

    [Theory]
    [MemberData(nameof(Selective))]
    public async Task Selective_specifications_search_an_index(Specification<Customer> specification) =>
        (await PlanAsync(c => c.ListAsync(specification))).Should().NotContain(step => step.StartsWith("SCAN"));

    // Without sorting, the read ends as soon as the page is full.
    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_specifications_read_customers_in_the_order_of_an_index(Specification<Customer> specification) =>
        (await PlanAsync(c => c.ListAsync(specification)))
            .Should()
            .Contain("SEARCH c USING INDEX IX_Customers_Msp_AccountKey_Id (Msp=?)")
            .And.NotContain(step => step.Contains("TEMP B-TREE"));

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
                new CustomerFilter { TenantType = TenantType.Evaluation },
                "Evaluation"
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
        (await PlanAsync(c => c.PageAsync(new CustomerPageRequest { Filter = filter })))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith($"SEARCH c USING INDEX IX_Customers_AccountKey_{index} (Msp=?");

    [Theory]
    [InlineData(CustomerSort.AccountName)]
    [InlineData(CustomerSort.OrganizationName)]
    [InlineData(CustomerSort.RegisteredOn)]
    [InlineData(CustomerSort.ServicePlan)]
    [InlineData(CustomerSort.LicenseExpiryDate)]
    public async Task A_later_page_starts_at_its_position_in_an_index(CustomerSort sort)
    {
        await storage.SaveAsync([.. Enumerable.Range(0, 4).Select(n => Valid.Customer($"Customer {n}"))]);
        await AssertLaterPageAsync(new CustomerPageRequest { Sort = sort, Size = 2 });
        await AssertLaterPageAsync(
            new CustomerPageRequest
            {
                Sort = sort,
                Size = 2,
                Descending = true,
            }
        );

        async Task AssertLaterPageAsync(CustomerPageRequest request)
        {
            await using var context = storage.Context();
            var first = await new DbContextCustomerStore<MspCustomersContext>(context).PageAsync(request);
            (await PlanAsync(c => c.PageAsync(request with { Token = first.NextToken })))
                .Should()
                .ContainSingle()
                .Which.Should()
                .StartWith("SEARCH c USING INDEX");
        }
    }

    // The plan of the first statement, which evaluates the specification. The other statements read rows by id.
    private async Task<List<string>> PlanAsync(Func<DbContextCustomerStore<MspCustomersContext>, Task> read)
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        await read(new DbContextCustomerStore<MspCustomersContext>(context));
        return await storage.PlanAsync(log.Commands[0]);
    }
}
