using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Storage;

public sealed class InMemoryReadingTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);
    private readonly InMemoryCustomerStore store = new();

    [Fact]
    public async Task A_specification_without_results_has_no_first_and_no_single_result()
    {
        await AddAsync("a");

        (await store.FirstOrDefaultAsync(new Named("b"))).Should().BeNull();
        (await store.FirstOrDefaultAsync(new NameOf("b"))).Should().BeNull();
        (await store.SingleOrDefaultAsync(new Named("b"))).Should().BeNull();
        (await store.SingleOrDefaultAsync(new NameOf("b"))).Should().BeNull();
        (await store.FirstOrDefaultAsync(new NameOf("a"))).Should().Be("a");
        (await store.SingleOrDefaultAsync(new NameOf("a"))).Should().Be("a");
    }

    [Theory]
    [InlineData(0, 2, "a b")]
    [InlineData(1, 2, "b c")]
    [InlineData(2, 9, "c d")]
    [InlineData(4, 1, "")]
    [InlineData(1, 0, "")]
    public async Task A_specification_can_skip_and_take_results(int skip, int take, string expected)
    {
        foreach (var name in "bdac")
        {
            await AddAsync($"{name}");
        }

        (await store.ListAsync(new Part(skip, take)))
            .Select(c => c.Account.AccountName)
            .Should()
            .Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (await store.ListAsync(new Part(1, null))).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_cancelled_call_neither_reads_nor_writes()
    {
        var customer = await AddAsync("a");
        customer.RemoveContact(1);
        Func<Task>[] calls =
        [
            () => store.GetByIdAsync(customer.Id, Cancelled),
            () => store.ListAsync(Cancelled),
            () => store.ListAsync(new Named("a"), Cancelled),
            () => store.CountAsync(Cancelled),
            () => store.AnyAsync(new Named("a"), Cancelled),
            () => store.AddAsync(Valid.Customer("b"), Cancelled),
            () => store.UpdateAsync(customer, Cancelled),
            () => store.DeleteAsync(customer, Cancelled),
        ];

        foreach (var call in calls)
        {
            await call.Should().ThrowAsync<OperationCanceledException>();
        }

        (await store.ListAsync()).Should().ContainSingle().Which.Contacts.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_conflict_names_the_outdated_customer()
    {
        var customer = await AddAsync("a");
        var stale = (await store.GetByIdAsync(customer.Id))!;
        customer.RemoveContact(1);
        stale.RemoveContact(2);
        await store.UpdateAsync(customer);

        (await store.Awaiting(s => s.UpdateAsync(stale)).Should().ThrowAsync<ConcurrencyException>()).WithMessage(
            $"{stale} was saved or deleted by another caller*"
        );
    }

    private Task<Customer> AddAsync(string name) => store.AddAsync(Valid.Customer(name));

    private sealed class Named : SingleResultSpecification<Customer>
    {
        public Named(string name) => Query.Where(c => c.Account.AccountName == name);
    }

    private sealed class NameOf : SingleResultSpecification<Customer, string>
    {
        public NameOf(string name)
        {
            Query.Where(c => c.Account.AccountName == name);
            Query.Select(c => c.Account.AccountName);
        }
    }

    private sealed class Part : Specification<Customer>
    {
        public Part(int skip, int? take)
        {
            Query.OrderBy(c => c.Account.AccountName).Skip(skip);
            if (take is { } most)
            {
                Query.Take(most);
            }
        }
    }
}
