using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Races;

// A process holds the last credits for a second and commits them, while another, to whose clock the second is over, asks for them.
public sealed class CreditRaceTests
{
    private const int Rounds = 200;

    // By how many seconds the clock of the one that asks is ahead when the other reserves, and by how many that of the other jumps before it commits.
    [ServerTheory]
    [InlineData(2, 0)]
    [InlineData(3_600, 0)]
    [InlineData(3_600, -7_200)]
    public async Task F01_Two_processes_whose_clocks_differ_are_granted_no_more_than_there_is_on_PostgreSql(int ahead, int jump)
    {
        using var database = TestDatabase.WithTables();
        await using var services = Host.Over(Host.PostgreSql, database.Connection);
        using var holding = new Racer(nameof(CreditRace), Host.PostgreSql, database.Connection);
        using var asking = new Racer(nameof(CreditRace), Host.PostgreSql, database.Connection);
        await asking.AskAsync($"Clock {ahead}");
        var committed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var scope = services.CreateScope();
            var customer = CreditRace.Customer($"c-{round}");
            await scope.ServiceProvider.GetRequiredService<CustomerRepository>().AddAsync(customer);
            (await holding.AskAsync($"Reserve {customer.Id}")).Should().Be(Race.Done);
            await holding.AskAsync($"Clock {jump}");

            // A commit does less than a grant: it begins later from round to round, so that now one and now the other is first.
            var asked = asking.AskAsync($"Consume {customer.Id}");
            await Task.Delay(2 * (round % 25));
            var said = await Task.WhenAll(holding.AskAsync($"Commit {customer.Id}"), asked);

            said.Should().ContainSingle(s => s == Race.Done, "of round {0} one is refused: {1}", round, string.Join(", ", said));
            said.Should().OnlyContain(s => s == Race.Done || s == "reservation.timed-out" || s == "authorization.insufficient-credits");
            var balance = (await scope.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(customer.Id))!;
            (balance.Used, balance.Overage).Should().Be((100, 0), "no more is granted in round {0} than there is", round);
            committed += said[0] == Race.Done ? 1 : 0;
            await holding.AskAsync("Clock 0");
        }

        committed.Should().BeInRange(1, Rounds - 1, "they race");
    }
}
