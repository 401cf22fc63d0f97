using System.Text.Json;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class RenewalTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task A_schedule_can_be_changed_in_every_member_and_removed()
    {
        var id = await ScheduledAsync();
        Action<QuotaScheduleDraft>[] changes =
        [
            s => s.Start = new LocalDate(2024, 2, 29),
            s => (s.Unit, s.Interval) = (ScheduleUnit.HalfYear, 1_000),
            s => s.Until = SupportedDates.Last,
            s => s.Until = null,
            s => (s.Credits, s.Unlimited) = (null, true),
            s => (s.Credits, s.Unlimited, s.Increment) = (0.000001m, false, 1_000_000_000_000m),
            s => s.Priority = -7,
            s => s.CarryOver = null,
            s => s.CarryOver = new CarryOverTermsDraft(),
            s =>
                s.CarryOver = new CarryOverTermsDraft
                {
                    MaxCredits = 5,
                    MaxPercent = 33.333333m,
                    Compounds = true,
                },
            s => (s.NextOccurrence, s.LastQuota) = (3, 1),
            s => s.LastQuota = null,
        ];
        foreach (var change in changes)
        {
            var draft = (await storage.FindAsync(id))!.Schedules[0].ToDraft();
            change(draft);
            await storage.EditAsync(id, c => c.ChangeSchedule(draft));
            JsonSerializer.Serialize((await storage.FindAsync(id))!.Schedules[0].ToDraft()).Should().Be(JsonSerializer.Serialize(draft));
        }

        await storage.EditAsync(
            id,
            c =>
            {
                var draft = c.ToDraft();
                draft.Schedules.Clear();
                c.Edit(draft, CustomerTerms.Default);
            }
        );
        var stored = (await storage.FindAsync(id))!;
        (stored.Schedules.Count, stored.LastScheduleNumber).Should().Be((0, 1));
    }

    [Fact]
    public async Task Several_renewals_create_the_same_quotas_as_one_renewal()
    {
        var (daily, once) = (await ScheduledAsync(), await ScheduledAsync("Contoso"));
        for (var day = 0; day < 100; day += 9)
        {
            var through = Valid.Today.PlusDays(day);
            await storage.EditAsync(daily, c => c.Renew(through));
        }

        await storage.EditAsync(once, c => c.Renew(Valid.Today.PlusDays(99)).Should().HaveCount(4));

        string Quotas(Customer? customer) => JsonSerializer.Serialize(customer!.ToDraft().Quotas);
        Quotas(await storage.FindAsync(daily)).Should().Be(Quotas(await storage.FindAsync(once)));
        (await storage.FindAsync(once))!.Quotas.Select(q => q.CarryOver?.From).Should().Equal(null, null, 2, 3, 4);
    }

    [Fact]
    public async Task Two_concurrent_renewals_conflict_and_create_no_quota_twice()
    {
        var id = await ScheduledAsync();
        await using var first = storage.Context();
        await using var second = storage.Context();
        var (a, b) = (new DbContextCustomerStore<MspCustomersContext>(first), new DbContextCustomerStore<MspCustomersContext>(second));
        var (mine, theirs) = ((await a.GetByIdAsync(id))!, (await b.GetByIdAsync(id))!);
        mine.Renew(Valid.Today);
        theirs.Renew(Valid.Today.PlusDays(40));
        await a.UpdateAsync(mine);

        await b.Awaiting(x => x.UpdateAsync(theirs)).Should().ThrowAsync<ConcurrencyException>();

        second.ChangeTracker.Entries().Should().BeEmpty();
        theirs.Schedules[0].CarryOver.Should().NotBeNull();
        (await storage.FindAsync(id))!.Quotas.Should().HaveCount(2);
        (await storage.FindAsync(id))!.Renew(Valid.Today.PlusDays(40)).Should().Equal(3);
    }

    private async Task<string> ScheduledAsync(string name = "Northwind")
    {
        var draft = Valid.Draft(name);
        draft.Schedules.Add(
            new QuotaScheduleDraft
            {
                Start = Valid.Today,
                Unit = ScheduleUnit.Month,
                Credits = 100,
                Increment = 0.5m,
                CarryOver = new CarryOverTermsDraft { MaxPercent = 50 },
            }
        );
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await storage.SaveAsync(customer);
        return customer.Id.Value;
    }
}
