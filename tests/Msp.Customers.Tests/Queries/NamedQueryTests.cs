using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class NamedQueryTests
{
    private static readonly LocalDate Day = new(2026, 6, 15);
    private InMemoryCustomerStore store = new();

    [Fact]
    public async Task A_name_filter_finds_account_and_organization_names_in_any_case_and_spacing()
    {
        await AddAsync("a", d => d.AccountName = "Straße  Nord");
        await AddAsync("b", d => d.OrganizationName = "STRASSE NORD");
        await AddAsync("c", d => d.OrganizationName = "Strase Nord");
        await AddAsync("d", d => d.AccountName = "Straße Nord GmbH");

        (await IdsAsync(new CustomersMatching(new CustomerFilter { Name = " straße NORD " }))).Should().Equal("b", "a");
        (await IdsAsync(new CustomersByOrganization(NameKey.Of("Straße Nord")))).Should().Equal("b");
    }

    [Fact]
    public async Task A_text_filter_finds_text_anywhere_in_both_names_and_has_no_wildcards()
    {
        await AddAsync("a", d => (d.AccountName, d.OrganizationName) = ("100% Cloud", "A_B Ltd"));
        await AddAsync("b", d => (d.AccountName, d.OrganizationName) = ("Cloudy", "AxB Ltd"));

        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = "cloud" }))).Should().Equal("a", "b");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = "0% c" }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = "a_b" }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = "%" }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = "cloud a_b" })))
            .Should()
            .BeEmpty("the two names are not one text");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Text = " " }))).Should().Equal("a", "b");
    }

    [Fact]
    public async Task Customers_are_found_by_plan_tenant_type_and_region()
    {
        await AddAsync(
            "a",
            d => (d.ServicePlan, d.TenantType, d.StorageRegions) = ("gold", TenantType.Sandbox, ["EU-Central-1", "us-east-1"])
        );
        await AddAsync("b", d => (d.ServicePlan, d.TenantType, d.StorageRegions) = ("Gold", TenantType.Commercial, ["us-east-1"]));
        await AddAsync("c", d => d.StorageRegions = []);

        (await IdsAsync(new CustomersMatching(new CustomerFilter { ServicePlan = new PlanId("gold") }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { TenantType = TenantType.Evaluation }))).Should().Equal("c");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { TenantType = TenantType.Sandbox }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Region = new StorageRegion("US-EAST-1") }))).Should().Equal("a", "b");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Region = new StorageRegion("us-east") }))).Should().BeEmpty();
    }

    [Fact]
    public async Task Customers_are_found_by_status_and_a_suspended_closed_customer_is_closed()
    {
        await AddAsync("a");
        await AddAsync("b", then: c => c.Suspend(SuspensionReason.Other, Day));
        await AddAsync("c", then: c => c.Close(Day, CustomerTerms.Default));
        await AddAsync(
            "d",
            then: c =>
            {
                c.Suspend(SuspensionReason.Other, Day);
                c.Close(Day, CustomerTerms.Default);
            }
        );

        (await IdsAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Active }))).Should().Equal("a");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Suspended }))).Should().Equal("b");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Closed }))).Should().Equal("c", "d");
    }

    [Fact]
    public async Task Customers_are_found_by_a_quota_that_ends_before_a_date()
    {
        await AddAsync("before", d => d.Quotas = [Quota(-9, -1)]);
        await AddAsync("on", d => d.Quotas = [Quota(-9, 0)]);
        await AddAsync("open", d => d.Quotas = [Quota(-9, null)]);
        await AddAsync("two", d => d.Quotas = [Quota(-9, 9), Quota(-9, -1)]);
        await AddAsync("void", d => d.Quotas = [Quota(-9, null)], c => c.VoidQuota(1, Day));

        (await IdsAsync(new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Day.PlusDays(-1) }))).Should().BeEmpty();
        (await IdsAsync(new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Day }))).Should().Equal("before", "two", "void");
        (await IdsAsync(new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Day.PlusDays(1) })))
            .Should()
            .Equal("before", "on", "two", "void");
    }

    [Fact]
    public async Task Customers_are_found_by_a_quota_that_is_in_force_on_a_date()
    {
        await AddAsync("ended", d => d.Quotas = [Quota(-9, -1)]);
        await AddAsync("last-day", d => d.Quotas = [Quota(-9, 0)]);
        await AddAsync("first-day", d => d.Quotas = [Quota(0, 9)]);
        await AddAsync("open", d => d.Quotas = [Quota(-9, null)]);
        await AddAsync("later", d => d.Quotas = [Quota(1, null)]);
        await AddAsync("around", d => d.Quotas = [Quota(-9, -1), Quota(1, 9)]);
        await AddAsync("one-of-two", d => d.Quotas = [Quota(-9, -1), Quota(-9, null)]);
        await AddAsync("void", d => d.Quotas = [Quota(-9, null)], c => c.VoidQuota(1, Day));
        await AddAsync("void-later", d => d.Quotas = [Quota(-9, null)], c => c.VoidQuota(1, Day.PlusDays(1)));

        (await IdsAsync(new CustomersMatching(new CustomerFilter { QuotaInForceOn = Day })))
            .Should()
            .Equal("first-day", "last-day", "one-of-two", "open", "void-later");
    }

    [Fact]
    public async Task Customers_are_found_by_a_license_that_expires_before_a_date()
    {
        await AddAsync("before", d => d.LicenseExpiryDate = Day.PlusDays(-1));
        await AddAsync("on", d => d.LicenseExpiryDate = Day);
        await AddAsync("without", d => d.LicenseExpiryDate = null);

        (await IdsAsync(new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = Day }))).Should().Equal("before");
    }

    [Fact]
    public async Task Customers_are_found_by_a_reference_with_the_system_in_any_case_and_the_exact_id()
    {
        await AddAsync("a", d => d.References = [new() { System = "PSA", Id = "x1" }, new() { System = "crm", Id = "x1" }]);
        await AddAsync("b", d => d.References = [new() { System = "psa", Id = "X1" }]);

        (await store.FirstOrDefaultAsync(new CustomersByReference(new ExternalReference("psa", "x1"))))!.Id.Value.Should().Be("a");
        (await store.FirstOrDefaultAsync(new CustomersByReference(new ExternalReference("Psa", "X1"))))!.Id.Value.Should().Be("b");
        (await store.FirstOrDefaultAsync(new CustomersByReference(new ExternalReference("crm", "X1")))).Should().BeNull();
        (await store.FirstOrDefaultAsync(new CustomersById(new CustomerId("a"))))!.Id.Value.Should().Be("a");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Customers_are_found_by_several_ids_names_or_references(bool uniqueNames)
    {
        store = new InMemoryCustomerStore(uniqueNames);
        await AddAsync("a", d => d.References = [new() { System = "psa", Id = "1" }, new() { System = "crm", Id = "2" }]);
        await AddAsync("b", d => d.References = [new() { System = "psa", Id = "2" }]);
        await AddAsync("c", d => d.OrganizationName = "Straße");

        (await IdsAsync(new CustomersById([new("c"), new("a"), new("x"), new("a")]))).Should().Equal("a", "c");
        (await IdsAsync(new CustomersByOrganization([NameKey.Of("STRASSE"), NameKey.Of(" straße"), NameKey.Of("organization B")])))
            .Should()
            .Equal("b", "c");
        (await IdsAsync(new CustomersByReference([new("PSA", "1"), new("crm", "2"), new("crm", "1")]))).Should().Equal("a");
        (await IdsAsync(new CustomersByReference([new("psa", "2"), new("crm", "2")]))).Should().Equal("a", "b");
        (await IdsAsync(new CustomersByReference([]))).Should().BeEmpty();
        await store.DeleteAsync((await store.GetByIdAsync("b"))!);
        (await IdsAsync(new CustomersById([new("b"), new("c")]))).Should().Equal("c");
        (await IdsAsync(new CustomersByReference([new("psa", "2"), new("psa", "1")]))).Should().Equal("a");
    }

    // A store can use an index instead of evaluating the conditions. Both must find the same customers.
    [Fact]
    public void The_conditions_of_a_specification_agree_with_IsSatisfiedBy()
    {
        var (draft, other) = (Valid.Draft("Northwind"), Valid.Draft("Contoso"));
        (draft.Id, other.Id) = ("a", "b");
        draft.References = [new() { System = "psa", Id = "1" }, new() { System = "crm", Id = "2" }];
        other.References = [new() { System = "psa", Id = "2" }, new() { System = "crm", Id = "1" }];
        var (wanted, unwanted) = (
            Customer.Register(draft, CustomerTerms.Default, Valid.Today),
            Customer.Register(other, CustomerTerms.Default, Valid.Today)
        );
        ISpecification<Customer>[] specifications =
        [
            new CustomersById(wanted.Id),
            new CustomersById([wanted.Id]),
            new CustomersByOrganization(wanted.Account.OrganizationKey),
            new CustomersByOrganization([wanted.Account.OrganizationKey]),
            new CustomersByReference(wanted.References[0]),
            new CustomersByReference(wanted.References),
        ];
        foreach (var specification in specifications)
        {
            bool Meets(Customer customer) => specification.WhereExpressions.All(w => w.Filter.Compile()(customer));
            (Meets(wanted), Meets(unwanted), specification.IsSatisfiedBy(wanted), specification.IsSatisfiedBy(unwanted))
                .Should()
                .Be((true, false, true, false), specification.GetType().Name);
        }
    }

    [Fact]
    public void Queries_by_id_return_untracked_instances()
    {
        new CustomersById(new CustomerId("1")).AsNoTracking.Should().BeTrue();
        new CustomersById([]).AsNoTracking.Should().BeTrue();
        new PlansById(new PlanId("1")).AsNoTracking.Should().BeTrue();
        new PlansById([]).AsNoTracking.Should().BeTrue();
        new CustomersMatching(new CustomerFilter { Name = "a" }).AsNoTracking.Should().BeFalse();
    }

    [Fact]
    public async Task Offered_plans_are_the_plans_that_are_not_retired_ordered_by_name()
    {
        var plans = new InMemoryPlanStore();
        foreach (
            var (id, name, retired) in new[] { ("1", "silver", false), ("2", "Gold", false), ("3", "bronze", true), ("4", "GOLD", false) }
        )
        {
            var draft = Valid.PlanDraft(id);
            (draft.Name, draft.IsRetired, draft.AllowedRegions) = (name, retired, id == "4" ? ["b", "A"] : []);
            await plans.AddAsync(ServicePlan.Create(draft));
        }

        (await plans.ListAsync(new PlansOffered())).Select(p => p.Id.Value).Should().Equal("2", "4", "1");
        (await plans.ListAsync(new PlansByName([NameKey.Of("silver"), NameKey.Of("gold")])))
            .Select(p => p.Id.Value)
            .Should()
            .Equal("1", "2", "4");
        (await plans.ListAsync(new PlansById([new("4"), new("3"), new("9")]))).Select(p => p.Id.Value).Should().Equal("3", "4");
        (await plans.ListAsync(new PlansByName(NameKey.Of(" gold")))).Select(p => p.Id.Value).Should().Equal("2", "4");
        (await plans.FirstOrDefaultAsync(new PlansById(new PlanId("3"))))!.IsRetired.Should().BeTrue();
    }

    private static QuotaDraft Quota(int start, int? end) =>
        new()
        {
            Credits = 1,
            EffectiveDate = Day.PlusDays(start),
            EndDate = end is { } e ? Day.PlusDays(e) : null,
        };

    private async Task AddAsync(string id, Action<CustomerDraft>? change = null, Action<Customer>? then = null)
    {
        var draft = new CustomerDraft
        {
            Id = id,
            AccountName = $"Account {id}",
            OrganizationName = $"Organization {id}",
        };
        change?.Invoke(draft);
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        then?.Invoke(customer);
        await store.AddAsync(customer);
    }

    private async Task<IEnumerable<string>> IdsAsync(ISpecification<Customer> specification) =>
        (await store.ListAsync(specification)).Select(c => c.Id.Value);
}
