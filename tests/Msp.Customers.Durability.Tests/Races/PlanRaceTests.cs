using LegacyBilling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Writer;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Testing;

namespace Msp.Customers.Durability.Tests.Races;

// A process deletes a plan while another chooses it for a customer.
public sealed class PlanRaceTests : IDisposable
{
    private const int Rounds = 300;
    private readonly string folder = Directory.CreateTempSubdirectory("msp-customers-").FullName;

    private string File => $"Data Source={Path.Combine(folder, "customers.db")};Pooling=False";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task F02_Either_the_deletion_or_the_choice_of_a_plan_by_two_processes_is_refused_on_Sqlite()
    {
        await using (var context = new MspCustomersContext(new DbContextOptionsBuilder().UseMspCustomersSqlite(File).Options))
        {
            await context.Database.EnsureCreatedAsync();
        }

        await RaceAsync(Host.Sqlite, File);
    }

    [ServerFact]
    public async Task F02_Either_the_deletion_or_the_choice_of_a_plan_by_two_processes_is_refused_on_PostgreSql()
    {
        using var database = TestDatabase.WithTables();
        await RaceAsync(Host.PostgreSql, database.Connection);
    }

    [Fact]
    public async Task F02_Either_the_deletion_or_the_choice_of_a_plan_by_two_processes_is_refused_on_the_tables_of_the_sample()
    {
        var database = new BillingDatabase(File);
        await database.CreateAsync();
        await database.PrepareAsync();
        await RaceAsync(Host.Legacy, File);
    }

    private static async Task RaceAsync(string provider, string connection)
    {
        await using var services = Host.Over(provider, connection);
        using var deleting = new Racer(nameof(PlanRace), provider, connection);
        using var choosing = new Racer(nameof(PlanRace), provider, connection);
        var deleted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (name, choice) = (
                $"{round}",
                (round % 3) switch
                {
                    0 => "Register",
                    1 => "Change",
                    _ => "RegisterMany",
                }
            );
            using var scope = services.CreateScope();
            var (customers, plans) = (
                scope.ServiceProvider.GetRequiredService<CustomerRepository>(),
                scope.ServiceProvider.GetRequiredService<PlanRepository>()
            );
            await plans.AddAsync(SampleData.Plan(PlanRace.Plan(name).Value));
            if (choice == "Change")
            {
                await customers.AddAsync(PlanRace.On(name, null));
            }

            var answers = await Task.WhenAll(deleting.SendAsync($"Delete {name}"), choosing.SendAsync($"{choice} {name}"));

            answers.Should().ContainSingle(s => s == Race.Done, "of round {0} one is refused: {1}", round, string.Join(", ", answers));
            answers
                .Should()
                .OnlyContain(s =>
                    s == Race.Done || s == nameof(ConcurrencyException) || s == "plan.not-found" || s == "deletion.plan-in-use"
                );
            var isDeleted = await plans.GetByIdAsync(PlanRace.Plan(name)) is null;
            var count = await customers.CountAsync(new CustomersMatching(new CustomerFilter { ServicePlan = PlanRace.Plan(name) }));
            count
                .Should()
                .Be(
                    isDeleted ? 0
                        : choice == "RegisterMany" ? PlanRace.Many
                        : 1,
                    "no customer has a deleted plan"
                );
            deleted += isDeleted ? 1 : 0;
        }

        deleted.Should().BeInRange(1, Rounds - 1, "they race");
    }
}
