using System.Data;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Durability.Tests.Outages;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Testing;

namespace Msp.Customers.Durability.Tests.Races;

// A transaction of the host reads the state at its beginning, and cannot change rows that others changed since.
public sealed class IsolationTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly Customer customer = SampleData.Customer();

    public void Dispose() => database.Dispose();

    [ServerFact]
    public async Task A_change_of_a_customer_that_changed_since_the_transaction_began_is_a_conflict()
    {
        await using var context = Context();
        await Customers(context).AddAsync(customer);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var mine = (await Customers(context).GetByIdAsync(customer.Id))!;
        await RenameAsync();
        mine.VoidQuota(1, SampleData.Today);

        await FluentActions.Awaiting(() => Customers(context).UpdateAsync(mine)).Should().ThrowAsync<ConcurrencyException>();

        await transaction.RollbackAsync();
        (await Customers(context).ListAsync()).Single().Quotas[0].VoidedFrom.Should().BeNull();
    }

    [ServerFact]
    public async Task A_posting_in_a_transaction_that_cannot_continue_throws_the_exception_of_the_database()
    {
        await using var context = Context();
        await Customers(context).AddAsync(customer);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await Customers(context).CountAsync();
        await RenameAsync();

        var usage = new DbContextUsageStore<MspCustomersContext>(context);
        (
            await FluentActions.Awaiting(() => usage.AppendAsync([SampleData.UsageEntry(customer.Id)])).Should().ThrowAsync<Exception>()
        ).Where(e => RetryingHost.IsOfDatabase(e));

        await transaction.RollbackAsync();
        (await usage.AppendAsync([SampleData.UsageEntry(customer.Id)])).Should().BeTrue();
    }

    private static DbContextCustomerStore<MspCustomersContext> Customers(MspCustomersContext context) => new(context);

    private MspCustomersContext Context()
    {
        var options = new DbContextOptionsBuilder();
        database.Use(options);
        return new MspCustomersContext(options.Options);
    }

    private async Task RenameAsync()
    {
        await using var context = Context();
        var stored = (await Customers(context).GetByIdAsync(customer.Id))!;
        var draft = stored.ToDraft();
        draft.OrganizationName = "Southwind Traders";
        stored.Edit(draft, CustomerTerms.Default);
        await Customers(context).UpdateAsync(stored);
    }
}
