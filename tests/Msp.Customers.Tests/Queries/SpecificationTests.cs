using CsCheck;
using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class SpecificationTests
{
    // Fails if a new version of the package has more members. The stores must first handle or refuse them.
    [Fact]
    public void A_specification_has_only_the_members_that_the_stores_handle() =>
        typeof(ISpecification<Customer>)
            .GetProperties()
            .Concat(typeof(ISpecification<Customer, string>).GetProperties())
            .Select(p => p.Name)
            .Distinct()
            .Should()
            .BeEquivalentTo(
                "Query",
                "Items",
                "WhereExpressions",
                "SearchCriterias",
                "OrderExpressions",
                "Skip",
                "Take",
                "Selector",
                "QueryTags",
                "AsNoTracking",
                "AsNoTrackingWithIdentityResolution",
                "AsSplitQuery",
                "CacheEnabled",
                "CacheKey",
                "SelectorMany",
                "PostProcessingAction",
                "IncludeExpressions",
                "IncludeStrings",
                "AsTracking",
                "IgnoreQueryFilters",
                "IgnoreAutoIncludes"
            );

    [Fact]
    public void The_evaluator_of_the_package_finds_the_same_customers_as_the_store() =>
        Gen.Select(Any.Customer.List[0, 8], Any.NearDate)
            .Sample(
                (customers, date) =>
                {
                    var store = new InMemoryCustomerStore(uniqueOrganizationNames: false);
                    foreach (
                        var customer in customers
                            .DistinctBy(c => c.Id)
                            .DistinctBy(c => c.References.Select(r => r.Id).Order().FirstOrDefault())
                    )
                    {
                        store.AddAsync(Customer.FromSnapshot(customer.ToSnapshot())).GetAwaiter().GetResult();
                    }

                    var stored = store.ListAsync().GetAwaiter().GetResult();
                    ISpecification<Customer>[] specifications =
                    [
                        new CustomersMatching(new CustomerFilter { Text = "a", LicenseExpiringBefore = date }),
                        new CustomersMatching(new CustomerFilter { QuotaInForceOn = date, EvaluationEndingBefore = date }),
                        new CustomersMatching(new CustomerFilter { QuotaEndingBefore = date, TenantType = TenantType.Commercial }),
                        new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Active, RenewalDueOnOrBefore = date }),
                        new CustomersMatching(new CustomerFilter { Name = "na", RetentionOverOn = date }),
                        new CustomersMatching(
                            new CustomerFilter { ServicePlan = new PlanId("gold"), Region = new StorageRegion("us-east-1") }
                        ),
                        new CustomersById(stored.Take(3).Select(c => c.Id)),
                        new CustomersById(stored.Take(1).Select(c => c.Id)),
                        new CustomersByOrganization(stored.Take(2).Select(c => c.Account.OrganizationKey)),
                        new CustomersByReference(stored.SelectMany(c => c.References).Take(3)),
                    ];
                    return Array.TrueForAll(
                        specifications,
                        q =>
                            InMemorySpecificationEvaluator
                                .Default.Evaluate(stored, q)
                                .Select(c => c.Id)
                                .ToHashSet()
                                .SetEquals(store.ListAsync(q).GetAwaiter().GetResult().Select(c => c.Id))
                    );
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public async Task The_evaluator_of_the_package_finds_the_same_plans_as_the_store()
    {
        var store = new InMemoryPlanStore();
        foreach (var (id, name) in new[] { ("1", "Gold"), ("2", "silver"), ("3", "GOLD") })
        {
            var draft = Valid.PlanDraft(id);
            (draft.Name, draft.IsRetired) = (name, id == "3");
            await store.AddAsync(ServicePlan.Create(draft));
        }

        var stored = await store.ListAsync();
        ISpecification<ServicePlan>[] specifications =
        [
            new PlansOffered(),
            new PlansById(new PlanId("2"), new PlanId("3")),
            new PlansByName(NameKey.Of("gold")),
        ];
        foreach (var specification in specifications)
        {
            InMemorySpecificationEvaluator
                .Default.Evaluate(stored, specification)
                .Select(p => p.Id)
                .Should()
                .BeEquivalentTo((await store.ListAsync(specification)).Select(p => p.Id));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1L)]
    [InlineData('1')]
    public async Task An_id_of_another_type_is_refused_by_the_repository_and_the_store(object id)
    {
        using var host = new Host();
        await host
            .Customers.Awaiting(c => c.GetByIdAsync(id))
            .Should()
            .ThrowAsync<ArgumentException>()
            .WithMessage("A Customer cannot be read by*");
        await new InMemoryCustomerStore().Awaiting(c => c.GetByIdAsync(id)).Should().ThrowAsync<ArgumentException>();
        await new InMemoryPlanStore()
            .Awaiting(p => p.GetByIdAsync(new CustomerId("1")))
            .Should()
            .ThrowAsync<ArgumentException>()
            .WithMessage("A ServicePlan cannot be read by*");
    }

    [Fact]
    public async Task A_tag_with_invalid_text_is_refused()
    {
        foreach (var tag in new[] { "a\0", "\uD83D" })
        {
            var tagged = new Specification<Customer>();
            tagged.Query.TagWith(tag);
            await new InMemoryCustomerStore()
                .Awaiting(c => c.ListAsync(tagged))
                .Should()
                .ThrowAsync<ArgumentException>()
                .WithMessage("A tag contains*");
        }
    }

    [Fact]
    public async Task A_null_text_argument_in_a_condition_is_refused()
    {
        string? nothing = null;
        var specification = new Specification<Customer>();
        specification.Query.Where(c => c.Account.AccountName.StartsWith(nothing!));
        await new InMemoryCustomerStore().Awaiting(c => c.ListAsync(specification)).Should().ThrowAsync<ArgumentNullException>();
    }
}
