using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Races;

// A process reserves the last credits for a second and commits them. Another process consumes them. By its clock, the second is over.
public sealed class CreditRaceTests
{
    private const int Rounds = 200;

    // The seconds by which the clock of the consuming process is ahead when the other reserves, and by which the clock of the other changes
    // before it commits.
    [ServerTheory]
    [InlineData(2, 0)]
    [InlineData(3_600, 0)]
    [InlineData(3_600, -7_200)]
    public async Task F01_Two_processes_with_different_clocks_are_not_granted_more_than_the_quota_on_PostgreSql(int ahead, int jump)
    {
        using var database = TestDatabase.WithTables();
        await using var services = Host.Over(Host.PostgreSql, database.Connection);
        using var reserving = new Racer(nameof(CreditRace), Host.PostgreSql, database.Connection);
        using var consuming = new Racer(nameof(CreditRace), Host.PostgreSql, database.Connection);
        await consuming.SendAsync($"Clock {ahead}");
        var committed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var scope = services.CreateScope();
            var customer = CreditRace.Customer($"c-{round}");
            await scope.ServiceProvider.GetRequiredService<CustomerRepository>().AddAsync(customer);
            (await reserving.SendAsync($"Reserve {customer.Id}")).Should().Be(Race.Done);
            await reserving.SendAsync($"Clock {jump}");

            // A commit takes less time than a grant. It starts later from round to round, so that either can be first.
            var consumption = consuming.SendAsync($"Consume {customer.Id}");
            await Task.Delay(2 * (round % 25));
            var answers = await Task.WhenAll(reserving.SendAsync($"Commit {customer.Id}"), consumption);

            answers.Should().ContainSingle(s => s == Race.Done, "of round {0} one is refused: {1}", round, string.Join(", ", answers));
            answers.Should().OnlyContain(s => s == Race.Done || s == "reservation.timed-out" || s == "authorization.insufficient-credits");
            var balance = (await scope.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(customer.Id))!;
            (balance.Used, balance.Overage).Should().Be((100, 0), "the quota is not exceeded in round {0}", round);
            committed += answers[0] == Race.Done ? 1 : 0;
            await reserving.SendAsync("Clock 0");
        }

        committed.Should().BeInRange(1, Rounds - 1, "they race");
    }
}
