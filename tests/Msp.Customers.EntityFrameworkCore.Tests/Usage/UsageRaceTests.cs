using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Usage;

// 64 tasks use one customer, each with a scope of its own.
public sealed class UsageRaceTests : IDisposable
{
    private const int Racers = 64;
    private readonly TestStorage storage = new();
    private readonly Customer customer = Valid.Customer();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Concurrent_requests_are_stored_once_and_never_exceed_the_quota()
    {
        await storage.SaveAsync(customer);

        // 64 tasks request 192 of 100 credits. Every second task consumes them. The others reserve them, and then commit a part, release
        // them or keep the reservation. Each repeats its request when it was granted.
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

                // Only a granted request is repeated: a refused one could be granted after other tasks released credits.
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

        // A request was refused when at least 98 credits were taken. Since then, at most 16 were not committed and 24 were released.
        (balance.Used + usage.Reservations.Sum(h => h.Credits.Amount))
            .Should()
            .BeInRange(98 - 16 - 24, 100);
        var entries = await EntriesAsync(services);
        entries.Select(e => (e.Key, e.Kind)).Should().OnlyHaveUniqueItems();
        entries.Select(e => e.Sequence).Order().Should().Equal(Enumerable.Range(1, entries.Count).Select(n => (long?)n));
    }

    [Fact]
    public async Task Usage_that_is_posted_concurrently_is_stored_exactly_once()
    {
        await storage.SaveAsync(customer);

        // Two tasks post each batch, in different orders.
        var receipts = await RaceAsync(
            async (number, services) =>
            {
                var batch = Enumerable.Range(number / 2 * 5, 5).Select(n => Draft($"k{n}", 1)).ToList();
                batch = number % 2 == 0 ? batch : [.. Enumerable.Reverse(batch)];
                return await services.GetRequiredService<UsageLedger>().PostAsync(batch);
            }
        );

        using var scope = storage.Scope();
        (await EntriesAsync(scope.ServiceProvider)).Should().HaveCount(Racers / 2 * 5);
        receipts.SelectMany(r => r).Count(r => !r.IsReplay).Should().Be(Racers / 2 * 5);
        (await scope.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(customer.Id))!.Used.Should().Be(Racers / 2 * 5);
    }

    [Fact]
    public async Task One_of_many_concurrent_commits_of_a_reservation_succeeds()
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
