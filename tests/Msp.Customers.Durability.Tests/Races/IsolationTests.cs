using System.Data;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Durability.Tests.Outages;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Testing;

namespace Msp.Customers.Durability.Tests.Races;

// A host whose transaction sees what was there when it began, and is refused what someone else has changed since.
public sealed class IsolationTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly Customer customer = SampleData.Customer();

    public void Dispose() => database.Dispose();

    [ServerFact]
    public async Task Who_changes_what_was_changed_since_is_told_that_someone_else_saved_first()
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
    public async Task A_posting_in_a_transaction_that_must_begin_anew_ends_with_what_the_database_said()
    {
        await using var context = Context();
        await Customers(context).AddAsync(customer);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await Customers(context).CountAsync();
        await RenameAsync();

        var usage = new DbContextUsageStore<MspCustomersContext>(context);
        (
            await FluentActions.Awaiting(() => usage.AppendAsync([SampleData.UsageEntry(customer.Id)])).Should().ThrowAsync<Exception>()
        ).Where(e => PatientHost.IsOfDatabase(e));

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
