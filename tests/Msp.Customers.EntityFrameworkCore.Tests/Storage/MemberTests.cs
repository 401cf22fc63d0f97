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
    public async Task An_id_is_found_as_an_id_and_as_its_text()
    {
        (await customers.GetByIdAsync(stored.Id))!.Id.Should().Be(stored.Id);
        (await customers.GetByIdAsync(stored.Id.Value))!.Id.Should().Be(stored.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    [InlineData("unknown")]
    public async Task Text_that_is_no_id_finds_nothing(string text)
    {
        (await customers.GetByIdAsync("\uD83D")).Should().BeNull();
        (await customers.GetByIdAsync(text)).Should().BeNull();
        (await customers.GetByIdAsync(new string('x', 129))).Should().BeNull();
        (await customers.GetByIdAsync(" " + stored.Id)).Should().BeNull();
        (await new DbContextPlanStore<MspCustomersContext>(context).GetByIdAsync(text)).Should().BeNull();
    }

    [Fact]
    public async Task A_part_of_each_is_read_where_that_is_asked_for()
    {
        (await customers.ListAsync(new Names())).Should().Equal("Aardvark", "Northwind");
        (await customers.FirstOrDefaultAsync(new Names())).Should().Be("Aardvark");
        (await customers.SingleOrDefaultAsync(new NameOf(stored.Id))).Should().Be("Northwind");
        (await customers.SingleOrDefaultAsync(new NameOf(new CustomerId("unknown")))).Should().BeNull();
        await customers.Awaiting(c => c.ListAsync(new Shapeless())).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task One_answer_is_demanded_where_there_can_be_one_only()
    {
        (await customers.FirstOrDefaultAsync(new CustomersById(stored.Id)))!.Id.Should().Be(stored.Id);
        await customers.Awaiting(c => c.SingleOrDefaultAsync(new Everyone())).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Every_member_ends_when_it_is_cancelled_and_stores_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        var (names, one, everyone) = (new Names(), new NameOf(stored.Id), new Everyone());
        stored.AddContact(new ContactDraft { Name = "Linus Example" });
        Func<Task>[] members =
        [
            () => customers.GetByIdAsync(stored.Id, cancelled),
            () => customers.FirstOrDefaultAsync(everyone, cancelled),
            () => customers.FirstOrDefaultAsync(names, cancelled),
            () => customers.SingleOrDefaultAsync(everyone, cancelled),
            () => customers.SingleOrDefaultAsync(one, cancelled),
            () => customers.ListAsync(cancelled),
            () => customers.ListAsync(everyone, cancelled),
            () => customers.ListAsync(names, cancelled),
            () => customers.CountAsync(cancelled),
            () => customers.CountAsync(everyone, cancelled),
            () => customers.AnyAsync(cancelled),
            () => customers.AnyAsync(everyone, cancelled),
            () => customers.AddAsync(Valid.Customer("Southwind"), cancelled),
            () => customers.AddRangeAsync([Valid.Customer("Southwind")], cancelled),
            () => customers.UpdateAsync(stored, cancelled),
            () => customers.UpdateRangeAsync([stored], cancelled),
            () => customers.DeleteAsync(stored, cancelled),
            () => customers.DeleteRangeAsync([stored], cancelled),
            () => customers.DeleteRangeAsync(everyone, cancelled),
            async () =>
            {
                await foreach (var _ in customers.AsAsyncEnumerable(everyone).WithCancellation(cancelled)) { }
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
    public async Task Parts_are_read_in_their_order()
    {
        var log = new CommandLog();
        await using var logged = storage.Context(log);
        await new DbContextCustomerStore<MspCustomersContext>(logged).GetByIdAsync(stored.Id);
        var orders = log.Texts.Select(sql => sql[(sql.LastIndexOf("ORDER BY", StringComparison.Ordinal) + 1)..]).ToList();
        orders.Count(o => o.Contains("\"Number\"")).Should().Be(3);
        orders.Count(o => o.Contains("\"System\"")).Should().Be(1);
        orders.Count(o => o.Contains("\"Name\"")).Should().Be(1);
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

    private sealed class Shapeless : Specification<Customer, string>;

    private sealed class Everyone : SingleResultSpecification<Customer>;
}
