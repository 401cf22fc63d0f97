using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class CarryOverTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task A_carry_over_can_be_set_changed_and_removed_and_only_its_row_is_written()
    {
        var customer = Renewed(null);
        await storage.SaveAsync(customer);
        CarryOverDraft?[] states =
        [
            new() { From = 1 },
            new() { From = 1, MaxCredits = 0.000001m },
            new()
            {
                From = 1,
                MaxPercent = 33.333333m,
                Compounds = true,
            },
            new()
            {
                From = 3,
                MaxCredits = 1_000_000_000_000m,
                MaxPercent = 1_000m,
            },
            null,
            new() { From = 1, Compounds = true },
        ];
        foreach (var state in states)
        {
            await using var context = storage.Context();
            var customers = new DbContextCustomerStore<MspCustomersContext>(context);
            var edited = (await customers.GetByIdAsync(customer.Id))!;
            var draft = edited.FindQuota(2)!.ToDraft();
            draft.CarryOver = state;
            edited.ChangeQuota(draft);

            (await customers.UpdateAsync(edited)).Should().BeInRange(2, 3);

            context.ChangeTracker.Entries().Should().BeEmpty();
            (await storage.FindAsync(customer.Id.Value))!.FindQuota(2)!.ToDraft().CarryOver.Should().BeEquivalentTo(state);
        }
    }

    [Fact]
    public async Task A_context_of_the_host_also_stores_a_changed_carry_over()
    {
        var customer = Renewed(new CarryOverDraft { From = 1 });
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var tracked = await context.Customers.SingleAsync();
        var draft = tracked.FindQuota(2)!.ToDraft();
        draft.CarryOver!.MaxCredits = 5;

        tracked.ChangeQuota(draft);
        await context.SaveChangesAsync();

        (await storage.FindAsync(customer.Id.Value))!.FindQuota(2)!.CarryOver.Should().Be(new CarryOver(1, Credits.Of(5)));
    }

    [Fact]
    public async Task A_refused_update_keeps_the_edited_customer_and_leaves_nothing_tracked()
    {
        var customer = Renewed(new CarryOverDraft { From = 1 });
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var (mine, theirs) = ((await customers.GetByIdAsync(customer.Id))!, (await customers.GetByIdAsync(customer.Id))!);
        theirs.RemoveContact(1);
        await customers.UpdateAsync(theirs);
        var draft = mine.ToDraft();
        draft.Quotas[1].CarryOver = new CarryOverDraft { From = 3 };
        draft.Quotas.Add(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Valid.Today.PlusDays(30),
                CarryOver = new CarryOverDraft { From = 1 },
            }
        );
        mine.Edit(draft, CustomerTerms.Default);

        await customers.Awaiting(c => c.UpdateAsync(mine)).Should().ThrowAsync<ConcurrencyException>();

        context.ChangeTracker.Entries().Should().BeEmpty();
        mine.Quotas.Select(q => q.CarryOver?.From).Should().Equal(null, 3, null, 1);
    }

    [Fact]
    public async Task A_refused_insert_keeps_the_new_customer_and_leaves_nothing_tracked()
    {
        var customer = Renewed(new CarryOverDraft { From = 1 });
        customer.AddSchedule(
            new QuotaScheduleDraft
            {
                Start = Valid.Today,
                Unit = ScheduleUnit.Day,
                Credits = 1,
                CarryOver = new CarryOverTermsDraft(),
            }
        );
        var before = JsonSerializer.Serialize(customer.ToSnapshot());
        await storage.SaveAsync(Valid.Customer());
        await using var context = storage.Context();

        await new DbContextCustomerStore<MspCustomersContext>(context)
            .Awaiting(c => c.AddAsync(customer))
            .Should()
            .ThrowAsync<ConcurrencyException>();

        context.ChangeTracker.Entries().Should().BeEmpty();
        JsonSerializer.Serialize(customer.ToSnapshot()).Should().Be(before);
    }

    [Fact]
    public async Task A_changed_carry_over_of_a_removed_quota_is_a_conflict()
    {
        var customer = Renewed(new CarryOverDraft { From = 1 });
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var tracked = await context.Customers.SingleAsync();
        await storage.EditAsync(
            customer.Id.Value,
            c =>
            {
                var edited = c.ToDraft();
                edited.Quotas.RemoveAt(1);
                c.Edit(edited, CustomerTerms.Default);
            }
        );
        var draft = tracked.FindQuota(2)!.ToDraft();
        draft.CarryOver!.MaxCredits = 5;
        tracked.ChangeQuota(draft);

        await new DbContextCustomerStore<MspCustomersContext>(context)
            .Awaiting(c => c.UpdateAsync(tracked))
            .Should()
            .ThrowAsync<ConcurrencyException>();
    }

    // Has three quotas. The second can take credits from the first and from the third.
    private static Customer Renewed(CarryOverDraft? carryOver)
    {
        var customer = Valid.Customer();
        customer.AddQuota(
            new QuotaDraft
            {
                Credits = 50,
                EffectiveDate = Valid.Today.PlusDays(30),
                EndDate = Valid.Today.PlusDays(59),
                CarryOver = carryOver,
            }
        );
        customer.AddQuota(Valid.Quota());
        return customer;
    }
}
