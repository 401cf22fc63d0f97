using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Usage;

// 64 tasks against one customer, each with a scope of its own.
public sealed class UsageRaceTests : IDisposable
{
    private const int Racers = 64;
    private readonly TestStorage storage = new();
    private readonly Customer customer = Valid.Customer();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Nothing_is_lost_nothing_is_twice_and_the_limit_is_never_exceeded()
    {
        await storage.SaveAsync(customer);

        // 100 credits, for which 64 tasks ask for 192: one after the other as usage, or held first and then committed in part, released or left. Whoever was granted some asks again.
        var granted = await RaceAsync(
            async (number, services) =>
            {
                var reservations = services.GetRequiredService<CreditReservations>();
                var draft = Draft($"k{number}", 3);
                if (number % 2 == 0)
                {
                    var taken = await reservations.ConsumeAsync(draft);
                    return taken.IsGranted && !(await reservations.ConsumeAsync(draft)).IsReplay
                        ? throw new InvalidOperationException("Taken twice.")
                        : taken.Granted;
                }

                // Whoever is refused may be granted when asking again: others have released meanwhile.
                var held = await reservations.ReserveAsync(draft, Duration.FromHours(1));
                if (held.IsGranted && !(await reservations.ReserveAsync(draft, Duration.FromHours(1))).IsReplay)
                {
                    throw new InvalidOperationException("Held twice.");
                }

                if (held.IsGranted && number % 4 == 1)
                {
                    return (await reservations.CommitAsync(customer.Id, draft.Key!, 2)).Credits;
                }

                if (held.IsGranted && number % 8 == 3)
                {
                    await reservations.ReleaseAsync(customer.Id, draft.Key!);
                }

                return Credits.Zero;
            }
        );

        using var scope = storage.Scope();
        var services = scope.ServiceProvider;
        var balance = (await services.GetRequiredService<CustomerCredits>().BalanceAsync(customer.Id))!;
        var usage = await services.GetRequiredService<IUsageStore>().ReadAsync(customer.Id);
        balance.Used.Should().Be(granted.Sum(g => g.Amount));
        balance.Overage.Should().Be(0);

        // Someone was refused when at least 98 were taken; since then at most 16 credits were not committed and 24 were released.
        (balance.Used + usage.Reservations.Sum(h => h.Credits.Amount))
            .Should()
            .BeInRange(98 - 16 - 24, 100);
        var entries = await EntriesAsync(services);
        entries.Select(e => (e.Key, e.Kind)).Should().OnlyHaveUniqueItems();
        entries.Select(e => e.Sequence).Order().Should().Equal(Enumerable.Range(1, entries.Count).Select(n => (long?)n));
    }

    [Fact]
    public async Task Facts_told_by_many_at_once_are_all_there_and_each_once()
    {
        await storage.SaveAsync(customer);

        // Every batch is told by two of the tasks, in another order.
        var receipts = await RaceAsync(
            async (number, services) =>
            {
                var batch = Enumerable.Range(number / 2 * 5, 5).Select(n => Draft($"k{n}", 1)).ToList();
                batch = number % 2 == 0 ? batch : [.. Enumerable.Reverse(batch)];
                return (await services.GetRequiredService<UsageLedger>().PostAsync(batch)).Receipts;
            }
        );

        using var scope = storage.Scope();
        (await EntriesAsync(scope.ServiceProvider)).Should().HaveCount(Racers / 2 * 5);
        receipts.SelectMany(r => r).Count(r => !r.IsReplay).Should().Be(Racers / 2 * 5);
        (await scope.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(customer.Id))!.Used.Should().Be(Racers / 2 * 5);
    }

    [Fact]
    public async Task Of_many_who_commit_or_release_one_reservation_at_once_one_wins_and_the_rest_are_told()
    {
        await storage.SaveAsync(customer);
        using var scope = storage.Scope();
        await scope.ServiceProvider.GetRequiredService<CreditReservations>().ReserveAsync(Draft("held", 10), Duration.FromHours(1));

        var outcomes = await RaceAsync(
            async (number, services) =>
            {
                try
                {
                    return (await services.GetRequiredService<CreditReservations>().CommitAsync(customer.Id, "held", number % 4)).IsReplay
                        ? "replay"
                        : "won";
                }
                catch (Msp.Customers.RuleViolationException e)
                {
                    return e.Violations.Single().Code;
                }
            }
        );

        outcomes.Where(o => o == "won").Should().ContainSingle();
        outcomes.Should().OnlyContain(o => o == "won" || o == "replay" || o == "usage.key-conflict" || o == "reservation.released");
        outcomes.Count(o => o == "replay").Should().Be((Racers / 4) - 1);
    }

    private UsageDraft Draft(string key, decimal credits) =>
        new()
        {
            Customer = customer.Id.Value,
            Key = key,
            Date = Valid.Today,
            Credits = credits,
        };

    private async Task<List<UsageEntry>> EntriesAsync(IServiceProvider services) =>
        await services
            .GetRequiredService<IUsageStore>()
            .ListAsync(customer.Id, new EffectivePeriod(Valid.Today, Valid.Today))
            .ToListAsync();

    private Task<T[]> RaceAsync<T>(Func<int, IServiceProvider, Task<T>> race) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Racers)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        using var scope = storage.Scope();
                        return await race(number, scope.ServiceProvider);
                    })
                )
        );
}
