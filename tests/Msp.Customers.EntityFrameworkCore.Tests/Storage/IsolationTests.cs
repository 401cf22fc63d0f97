using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Two MSPs in one database, whose customers have the same ids, names and references.
public sealed class IsolationTests : IDisposable
{
    private static readonly MspId Other = new("other");
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task An_MSP_reads_only_its_own_customers()
    {
        await using var context = storage.Context();
        var (mine, theirs) = (
            new DbContextCustomerStore<MspCustomersContext>(context),
            new DbContextCustomerStore<MspCustomersContext>(context, Other)
        );
        await mine.AddAsync(Named("c-1", "Northwind", "Mine"));
        await theirs.AddAsync(Named("c-1", "Northwind", "Theirs"));

        foreach (var (customers, address) in new[] { (mine, "Mine"), (theirs, "Theirs") })
        {
            (await customers.GetByIdAsync(new CustomerId("c-1")))!.Account.Address.Should().Be(address);
            (await customers.CountAsync()).Should().Be(1);
            foreach (var specification in Specifications)
            {
                (await customers.ListAsync(specification))
                    .Should()
                    .ContainSingle(specification.GetType().Name)
                    .Which.Account.Address.Should()
                    .Be(address);
                (await customers.AnyAsync(specification)).Should().BeTrue();
                (await customers.CountAsync(specification)).Should().Be(1);
                (await customers.AsAsyncEnumerable(specification).ToListAsync()).Should().ContainSingle();
            }

            (await customers.RowsAsync(new CustomerPageRequest())).Items.Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Changes_by_an_MSP_do_not_affect_the_customers_of_another()
    {
        await using var context = storage.Context();
        var (mine, theirs) = (
            new DbContextCustomerStore<MspCustomersContext>(context),
            new DbContextCustomerStore<MspCustomersContext>(context, Other)
        );
        await mine.AddAsync(Named("c-1", "Northwind", "Mine"));
        await theirs.AddAsync(Named("c-1", "Northwind", "Theirs"));
        var before = (await theirs.ListAsync()).Single().ToSnapshot();
        var customer = (await mine.ListAsync()).Single();
        customer.AddQuota(new QuotaDraft { Credits = 5, EffectiveDate = Valid.Today.PlusDays(40) });

        await mine.UpdateAsync(customer);
        (await theirs.ListAsync()).Single().ToSnapshot().Should().BeEquivalentTo(before);
        await mine.DeleteAsync(customer);
        (await theirs.ListAsync()).Single().ToSnapshot().Should().BeEquivalentTo(before);
        (await context.Customers.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_MSP_cannot_save_or_delete_a_customer_of_another()
    {
        await using var context = storage.Context();
        var (mine, theirs) = (
            new DbContextCustomerStore<MspCustomersContext>(context),
            new DbContextCustomerStore<MspCustomersContext>(context, Other)
        );
        await theirs.AddAsync(Named("c-2", "Contoso", "Theirs"));
        var stolen = (await theirs.ListAsync()).Single();
        stolen.CloseUsageThrough(Valid.Today);

        await mine.Awaiting(m => m.UpdateAsync(stolen)).Should().ThrowAsync<ConcurrencyException>();
        await mine.Awaiting(m => m.DeleteAsync(stolen)).Should().ThrowAsync<ConcurrencyException>();
        (await mine.GetByIdAsync("c-2")).Should().BeNull();
        (await theirs.ListAsync()).Single().UsageClosedThrough.Should().BeNull();
    }

    [Fact]
    public async Task A_page_token_of_another_MSP_is_refused()
    {
        await using var context = storage.Context();
        var (mine, theirs) = (
            new DbContextCustomerStore<MspCustomersContext>(context),
            new DbContextCustomerStore<MspCustomersContext>(context, Other)
        );
        await mine.AddRangeAsync([Named("c-1", "Aardvark", ""), Named("c-2", "Bumblebee", "")]);
        await theirs.AddRangeAsync([Named("c-1", "Aardvark", ""), Named("c-2", "Bumblebee", "")]);
        var request = new CustomerPageRequest { Size = 1 };
        var token = (await mine.PageAsync(request)).NextToken;

        (await mine.PageAsync(request with { Token = token })).Items.Should().ContainSingle();
        (await theirs.Awaiting(t => t.PageAsync(request with { Token = token })).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Single()
            .Code.Should()
            .Be("page.invalid-token");
    }

    [Fact]
    public async Task Plans_and_usage_of_two_MSPs_are_separate()
    {
        await using var context = storage.Context();
        await new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(Named("c-1", "Northwind", ""));
        await new DbContextCustomerStore<MspCustomersContext>(context, Other).AddAsync(Named("c-1", "Northwind", ""));
        await new DbContextPlanStore<MspCustomersContext>(context).AddAsync(Valid.Plan());
        var (mine, theirs) = (
            new DbContextUsageStore<MspCustomersContext>(context),
            new DbContextUsageStore<MspCustomersContext>(context, Other)
        );
        var entry = new UsageEntry
        {
            Customer = new CustomerId("c-1"),
            Key = "k",
            Kind = UsageEntryKind.Usage,
            Date = Valid.Today,
            Credits = Credits.Of(1),
            Requested = Credits.Of(1),
            RecordedAt = Instant.FromUtc(2026, 3, 1, 0, 0),
            Sequence = 1,
        };

        (await mine.AppendAsync([entry])).Should().BeTrue();
        (await theirs.FindAsync([new UsageKey(entry.Customer, "k")])).Should().BeEmpty();
        (await theirs.ReadAsync(entry.Customer)).Should().Match<CustomerUsage>(u => u.LastSequence == 0 && u.Days.IsEmpty);
        (await theirs.ListAsync(entry.Customer, new EffectivePeriod(Valid.Today, Valid.Today)).ToListAsync()).Should().BeEmpty();
        (await theirs.AppendAsync([entry])).Should().BeTrue();
        (await new DbContextPlanStore<MspCustomersContext>(context, Other).GetByIdAsync(new PlanId("gold"))).Should().BeNull();
    }

    private static IEnumerable<Specification<Customer>> Specifications =>
        [
            new CustomersById(new CustomerId("c-1")),
            new CustomersMatching(new CustomerFilter { Name = "Northwind" }),
            new CustomersByOrganization(NameKey.Of("Northwind Traders")),
            new CustomersByReference(new ExternalReference("psa", "Northwind")),
            new CustomersById([new CustomerId("c-1"), new CustomerId("c-2")]),
            new CustomersByOrganization([NameKey.Of("Northwind Traders"), NameKey.Of("Contoso")]),
            new CustomersByReference([new ExternalReference("psa", "Northwind"), new ExternalReference("psa", "Contoso")]),
            new CustomersMatching(new CustomerFilter { Region = new StorageRegion("eu-central-1") }),
            new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Valid.Today.PlusDays(90) }),
            new CustomersMatching(new CustomerFilter { QuotaInForceOn = Valid.Today }),
            new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = new LocalDate(2030, 1, 1) }),
            new CustomersMatching(new CustomerFilter { TenantType = TenantType.Evaluation }),
            new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Active }),
            new CustomersMatching(new CustomerFilter { Text = "north" }),
        ];

    private static Customer Named(string id, string name, string address)
    {
        var draft = Valid.Draft(name);
        (draft.Id, draft.Address) = (id, address);
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }
}
