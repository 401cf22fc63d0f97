using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class IndexTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    public static TheoryData<Specification<Customer>> Sought =>
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

    public static TheoryData<Specification<Customer>> Walked =>
        [
            new CustomersMatching(new CustomerFilter { Region = new StorageRegion("eu-central-1") }),
            new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Valid.Today }),
            new CustomersMatching(new CustomerFilter { QuotaInForceOn = Valid.Today }),
            new CustomersMatching(new CustomerFilter { TenantType = TenantType.Sandbox }),
            new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Suspended }),
            new CustomersMatching(new CustomerFilter { Text = "north" }),
            new CustomersMatching(new CustomerFilter { RenewalDueOnOrBefore = Valid.Today }),
        ];

    [Theory]
    [MemberData(nameof(Sought))]
    public async Task What_few_customers_meet_is_sought_in_an_index(Specification<Customer> specification) =>
        (await PlanAsync(c => c.ListAsync(specification))).Should().NotContain(step => step.StartsWith("SCAN"));

    // No sorting: a page ends the walk as soon as it is full.
    [Theory]
    [MemberData(nameof(Walked))]
    public async Task What_many_customers_meet_is_read_in_the_order_of_an_index(Specification<Customer> specification) =>
        (await PlanAsync(c => c.ListAsync(specification)))
            .Should()
            .Contain("SEARCH c USING INDEX IX_Customers_Msp_AccountKey_Id (Msp=?)")
            .And.NotContain(step => step.Contains("TEMP B-TREE"));

    [Theory]
    [InlineData(CustomerSort.AccountName)]
    [InlineData(CustomerSort.OrganizationName)]
    [InlineData(CustomerSort.RegisteredOn)]
    public async Task A_further_page_starts_at_its_place_in_an_index(CustomerSort sort)
    {
        await storage.SaveAsync([.. Enumerable.Range(0, 4).Select(n => Valid.Customer($"Customer {n}"))]);
        await FurtherAsync(new CustomerPageRequest { Sort = sort, Size = 2 });
        await FurtherAsync(
            new CustomerPageRequest
            {
                Sort = sort,
                Size = 2,
                Descending = true,
            }
        );

        async Task FurtherAsync(CustomerPageRequest request)
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

    // Of the first statement: the one that answers the question, while the rest fetch rows by id.
    private async Task<List<string>> PlanAsync(Func<DbContextCustomerStore<MspCustomersContext>, Task> ask)
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        await ask(new DbContextCustomerStore<MspCustomersContext>(context));
        return await storage.PlanAsync(log.Commands[0]);
    }
}
