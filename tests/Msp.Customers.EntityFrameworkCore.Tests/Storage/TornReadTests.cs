namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Another connection writes between the statements that read an aggregate.
public sealed class TornReadTests : IDisposable
{
    private const string RootRead = "\"ClosedOn\"";
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_customer_that_is_edited_during_a_read_is_read_completely(int quotas)
    {
        var id = await SaveAsync("Northwind", quotas);
        var read = await ReadAsync(c => c.GetByIdAsync(id), () => storage.EditAsync(id, AddOneOfEach), quotas);
        (read!.Version, read.Quotas.Count, read.Contacts.Count).Should().Be((quotas + 2, quotas + 1, 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_customer_that_is_deleted_during_a_read_is_not_found(int quotas)
    {
        var id = await SaveAsync("Northwind", quotas);
        (await ReadAsync(c => c.GetByIdAsync(id), () => DeleteAsync(id), quotas)).Should().BeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_page_contains_all_parts_of_its_customers_when_others_are_added_during_the_read(int quotas)
    {
        await SaveAsync("Northwind", quotas);
        var page = await ReadAsync(
            c => c.PageAsync(new CustomerPageRequest { Size = 1 }),
            async () =>
            {
                await SaveAsync("Aardvark");
                await SaveAsync("Bumblebee");
            },
            quotas
        );
        page.Items.Should().ContainSingle().Which.Quotas.Should().HaveCount(quotas);
        page.Items[0].Contacts.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_deletion_during_the_read_of_a_page_does_not_end_the_list()
    {
        var first = await SaveAsync("Aardvark");
        await SaveAsync("Bumblebee");
        await SaveAsync("Camel");
        var page = await ReadAsync(c => c.PageAsync(new CustomerPageRequest { Size = 1 }), () => DeleteAsync(first), before: RootRead);
        page.Items.Should().ContainSingle().Which.Account.AccountName.Should().Be("Bumblebee");
        page.NextToken.Should().NotBeNull();
    }

    [Fact]
    public async Task A_rename_during_the_read_of_a_page_omits_no_customer()
    {
        var first = await SaveAsync("Aardvark");
        await SaveAsync("Bumblebee");
        var page = await ReadAsync(
            c => c.PageAsync(new CustomerPageRequest { Size = 1 }),
            () =>
                storage.EditAsync(
                    first,
                    c =>
                    {
                        var draft = c.ToDraft();
                        draft.AccountName = "Zebra";
                        c.Edit(draft, CustomerTerms.Default);
                    }
                ),
            before: RootRead
        );
        page.Items.Should().ContainSingle().Which.Account.AccountName.Should().Be("Bumblebee");
    }

    [Fact]
    public async Task A_customer_that_changes_during_every_read_is_a_conflict()
    {
        var id = await SaveAsync("Northwind", quotas: 9);
        await this.Awaiting(t =>
                t.ReadAsync(c => c.GetByIdAsync(id), () => storage.EditAsync(id, AddOneOfEach), quotas: 9, times: int.MaxValue)
            )
            .Should()
            .ThrowAsync<ConcurrencyException>();
    }

    private static void AddOneOfEach(Customer customer)
    {
        customer.AddContact(new ContactDraft { Name = "Linus Example" });
        customer.AddQuota(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });
    }

    private async Task<string> SaveAsync(string name, int quotas = 1)
    {
        var customer = Valid.Customer(name);
        while (customer.Quotas.Count < quotas)
        {
            customer.AddQuota(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });
        }

        await storage.SaveAsync(customer);
        return customer.Id.Value;
    }

    private async Task DeleteAsync(string id)
    {
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        await customers.DeleteAsync((await customers.GetByIdAsync(id))!);
    }

    private async Task<TResult> ReadAsync<TResult>(
        Func<DbContextCustomerStore<MspCustomersContext>, Task<TResult>> read,
        Func<Task> write,
        int quotas = 1,
        int times = 1,
        string? before = null
    )
    {
        // A customer with few parts is read by one statement, and others by one for each list.
        before ??= quotas == 1 ? "LEFT JOIN \"CreditQuotas\"" : "INNER JOIN \"CreditQuotas\"";
        var written = 0;
        await using var context = storage.Context(
            new CommandLog(async sql =>
            {
                if (written < times && sql.Contains(before, StringComparison.Ordinal))
                {
                    written++;
                    await write();
                }
            })
        );
        var result = await read(new DbContextCustomerStore<MspCustomersContext>(context));
        written.Should().Be(times);
        return result;
    }
}
