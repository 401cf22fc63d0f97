using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.Tests.Storage;

public sealed class RaceTests : IDisposable
{
    private const int Calls = 16;
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("organization-name.duplicate")]
    [InlineData("reference.duplicate")]
    [InlineData("customer.duplicate-id")]
    public async Task Of_concurrent_additions_exactly_one_succeeds_and_the_others_violate_the_rule(string code)
    {
        for (var round = 0; round < 20; round++)
        {
            var outcomes = await RaceAsync(number => AddAsync(code, round, number));

            outcomes.Count(o => o is null).Should().Be(1);
            outcomes
                .OfType<RuleViolationException>()
                .Select(e => e.Violations.Single().Code)
                .Should()
                .Equal(Enumerable.Repeat(code, Calls - 1));
        }

        (await host.Customers.CountAsync()).Should().Be(20);
    }

    [Fact]
    public async Task Of_concurrent_changes_of_one_customer_exactly_one_succeeds_and_the_others_conflict()
    {
        var id = (await host.AddAsync(Valid.Draft())).Id;
        var loaded = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => host.Customers.GetByIdAsync(id)));

        var outcomes = await RaceAsync(number =>
            InScopeAsync(customers =>
            {
                loaded[number]!.AddContact(new ContactDraft { Name = $"N{number}" });
                return customers.UpdateAsync(loaded[number]!);
            })
        );

        outcomes.Count(o => o is null).Should().Be(1);
        outcomes.OfType<ConcurrencyException>().Should().HaveCount(Calls - 1);
        var stored = (await host.Customers.GetByIdAsync(id))!;
        (stored.Version, stored.Contacts.Count).Should().Be((2, 3));
    }

    [Fact]
    public async Task Of_concurrent_changes_to_the_same_name_exactly_one_succeeds()
    {
        var added = new List<Customer>();
        for (var number = 0; number < Calls; number++)
        {
            added.Add(await host.AddAsync(Valid.Draft($"C{number}")));
        }

        var outcomes = await RaceAsync(number =>
            InScopeAsync(customers =>
            {
                var draft = added[number].ToDraft();
                draft.OrganizationName = "Wanted";
                added[number].Edit(draft, host.Terms);
                return customers.UpdateAsync(added[number]);
            })
        );

        outcomes.Count(o => o is null).Should().Be(1);
        outcomes
            .OfType<RuleViolationException>()
            .Select(e => e.Violations.Single().Code)
            .Should()
            .Equal(Enumerable.Repeat("organization-name.duplicate", Calls - 1));
    }

    private Task AddAsync(string code, int round, int number)
    {
        var draft = Valid.Draft($"C{round}-{number}");
        _ = code switch
        {
            "organization-name.duplicate" => draft.OrganizationName = $"Wanted {round}",
            "reference.duplicate" => draft.References[0].Id = $"wanted-{round}",
            _ => draft.Id = $"wanted-{round}",
        };
        return InScopeAsync(customers => customers.AddAsync(Customer.Register(draft, host.Terms, Valid.Today)));
    }

    private async Task InScopeAsync(Func<CustomerRepository, Task> use)
    {
        using var scope = host.Scope();
        await use(scope.ServiceProvider.GetRequiredService<CustomerRepository>());
    }

    private static async Task<List<Exception?>> RaceAsync(Func<int, Task> run)
    {
        using var start = new Barrier(4);
        async Task<Exception?> Try(int number)
        {
            try
            {
                await run(number);
                return null;
            }
            catch (Exception e) when (e is RuleViolationException or ConcurrencyException)
            {
                return e;
            }
        }

        // Four threads start together. Each thread runs its share in sequence.
        var threads = Enumerable
            .Range(0, 4)
            .Select(thread =>
                Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait();
                        return Enumerable.Range(0, Calls / 4).Select(i => Try((thread * Calls / 4) + i).GetAwaiter().GetResult()).ToList();
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            );
        return [.. (await Task.WhenAll(threads)).SelectMany(outcomes => outcomes)];
    }
}
