namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class MemberTests : IDisposable
{
    private readonly TestStorage storage = new();
    private readonly MspCustomersContext context;
    private readonly DbContextCustomerStore<MspCustomersContext> customers;
    private readonly Customer stored = Valid.Customer();

    public MemberTests()
    {
        context = storage.Context();
        customers = new DbContextCustomerStore<MspCustomersContext>(context);
        storage.SaveAsync(stored, Valid.Customer("Aardvark")).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        context.Dispose();
        storage.Dispose();
    }

    [Fact]
    public async Task A_customer_is_found_by_its_id_and_by_the_text_of_its_id()
    {
        (await customers.GetByIdAsync(stored.Id))!.Id.Should().Be(stored.Id);
        (await customers.GetByIdAsync(stored.Id.Value))!.Id.Should().Be(stored.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    [InlineData("unknown")]
    public async Task Text_that_is_not_an_id_finds_nothing(string text)
    {
        (await customers.GetByIdAsync("\uD83D")).Should().BeNull();
        (await customers.GetByIdAsync(text)).Should().BeNull();
        (await customers.GetByIdAsync(new string('x', 129))).Should().BeNull();
        (await customers.GetByIdAsync(" " + stored.Id)).Should().BeNull();
        (await new DbContextPlanStore<MspCustomersContext>(context).GetByIdAsync(text)).Should().BeNull();
    }

    [Fact]
    public async Task A_specification_with_a_selector_reads_one_member_of_each_customer()
    {
        (await customers.ListAsync(new Names())).Should().Equal("Aardvark", "Northwind");
        (await customers.FirstOrDefaultAsync(new Names())).Should().Be("Aardvark");
        (await customers.SingleOrDefaultAsync(new NameOf(stored.Id))).Should().Be("Northwind");
        (await customers.SingleOrDefaultAsync(new NameOf(new CustomerId("unknown")))).Should().BeNull();
        await customers.Awaiting(c => c.ListAsync(new WithoutSelector())).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_single_result_specification_fails_when_two_customers_match()
    {
        (await customers.FirstOrDefaultAsync(new CustomersById(stored.Id)))!.Id.Should().Be(stored.Id);
        await customers.Awaiting(c => c.SingleOrDefaultAsync(new AllCustomers())).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Every_cancelled_member_ends_and_stores_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        var (names, one, all) = (new Names(), new NameOf(stored.Id), new AllCustomers());
        stored.AddContact(new ContactDraft { Name = "Linus Example" });
        Func<Task>[] members =
        [
            () => customers.GetByIdAsync(stored.Id, cancelled),
            () => customers.FirstOrDefaultAsync(all, cancelled),
            () => customers.FirstOrDefaultAsync(names, cancelled),
            () => customers.SingleOrDefaultAsync(all, cancelled),
            () => customers.SingleOrDefaultAsync(one, cancelled),
            () => customers.ListAsync(cancelled),
            () => customers.ListAsync(all, cancelled),
            () => customers.ListAsync(names, cancelled),
            () => customers.CountAsync(cancelled),
            () => customers.CountAsync(all, cancelled),
            () => customers.AnyAsync(cancelled),
            () => customers.AnyAsync(all, cancelled),
            () => customers.AddAsync(Valid.Customer("Southwind"), cancelled),
            () => customers.AddRangeAsync([Valid.Customer("Southwind")], cancelled),
            () => customers.UpdateAsync(stored, cancelled),
            () => customers.UpdateRangeAsync([stored], cancelled),
            () => customers.DeleteAsync(stored, cancelled),
            () => customers.DeleteRangeAsync([stored], cancelled),
            () => customers.DeleteRangeAsync(all, cancelled),
            async () =>
            {
                await foreach (var _ in customers.AsAsyncEnumerable(all).WithCancellation(cancelled)) { }
            },
        ];
        foreach (var member in members)
        {
            await member.Should().ThrowAsync<OperationCanceledException>();
            context.ChangeTracker.Entries().Should().BeEmpty();
        }

        (await customers.ListAsync()).Should().HaveCount(2).And.OnlyContain(c => c.Version == 1);
    }

    [Fact]
    public async Task Parts_are_read_in_the_order_of_their_keys()
    {
        var log = new CommandLog();
        await using var logged = storage.Context(log);
        await new DbContextCustomerStore<MspCustomersContext>(logged).GetByIdAsync(stored.Id);
        var joined = log.Texts.Single(sql => sql.Contains("ORDER BY", StringComparison.Ordinal));
        var order = joined[joined.LastIndexOf("ORDER BY", StringComparison.Ordinal)..];
        order.Split("\"Number\"").Should().HaveCount(4, "quotas, schedules and contacts are ordered by number");
        order.Should().Contain("\"Name\"").And.Contain("\"System\"");
    }

    private sealed class Names : Specification<Customer, string>
    {
        public Names()
        {
            Query.OrderBy(c => c.Account.AccountKey);
            Query.Select(c => c.Account.AccountName);
        }
    }

    private sealed class NameOf : SingleResultSpecification<Customer, string>
    {
        public NameOf(CustomerId id)
        {
            Query.Where(c => c.Id == id);
            Query.Select(c => c.Account.AccountName);
        }
    }

    private sealed class WithoutSelector : Specification<Customer, string>;

    private sealed class AllCustomers : SingleResultSpecification<Customer>;
}
