using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class ConflictTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task F44_A_taken_name_is_a_conflict_even_when_it_becomes_free_immediately(int many)
    {
        var blocker = Valid.Customer();
        await storage.SaveAsync(blocker);
        var afterFailedSave = new AfterFailedSave(() => DeleteAsync(blocker));
        await using var context = storage.Context(afterFailedSave);
        Customer[] taken = [.. Enumerable.Range(0, many).Select(n => n == many - 1 ? Twin(blocker) : Valid.Customer($"Customer {n}"))];

        await FluentActions
            .Awaiting(() => new DbContextCustomerStore<MspCustomersContext>(context).AddRangeAsync(taken))
            .Should()
            .ThrowAsync<ConcurrencyException>();

        context.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task F02_A_plan_in_use_is_not_deleted_and_a_customer_keeps_a_plan_that_no_longer_exists()
    {
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var (plans, customers) = (
            new DbContextPlanStore<MspCustomersContext>(context),
            new DbContextCustomerStore<MspCustomersContext>(context)
        );
        var plan = (await plans.GetByIdAsync(new PlanId("gold")))!;

        await plans.Awaiting(p => p.DeleteAsync(plan)).Should().ThrowAsync<ConcurrencyException>();

        // A database of an earlier version can have such a customer.
        await context.ServicePlans.ExecuteDeleteAsync();
        customer.VoidQuota(1, Valid.Today);
        (await customers.UpdateAsync(customer)).Should().BeGreaterThan(0);
        (await customers.GetByIdAsync(customer.Id))!.ServicePlan!.Value.Should().Be("gold");
    }

    private static Customer Twin(Customer customer)
    {
        var draft = Valid.Draft();
        draft.OrganizationName = customer.Account.OrganizationName;
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }

    private async Task DeleteAsync(Customer customer)
    {
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        await customers.DeleteAsync((await customers.GetByIdAsync(customer.Id))!);
    }

    // Runs after the save has failed, and before its cause is determined.
    private sealed class AfterFailedSave(Func<Task> act) : SaveChangesInterceptor
    {
        public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
            act();
    }
}
