using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Uses the repository, with a scope of its own for each task.
public sealed class RaceTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("Id", "customer.duplicate-id")]
    [InlineData("OrganizationName", "organization-name.duplicate")]
    [InlineData("References", "reference.duplicate")]
    public async Task One_of_many_concurrent_registrations_of_a_value_succeeds_and_the_others_are_refused(string member, string code)
    {
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var draft = Valid.Draft($"Customer {n}");
                        draft.Id = member == "Id" ? "same" : $"c-{n}";
                        draft.OrganizationName = member == "OrganizationName" ? "Same Organization" : draft.OrganizationName;
                        draft.References[0].Id = member == "References" ? "same" : $"r-{n}";
                        using var scope = storage.Scope();
                        try
                        {
                            await scope
                                .ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>()
                                .AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
                            return "won";
                        }
                        catch (RuleViolationException e)
                        {
                            return e.Violations.Single(v => v.Severity == Severity.Error).Code;
                        }
                    })
                )
        );
        outcomes.Where(o => o == "won").Should().ContainSingle();
        outcomes.Where(o => o == code).Should().HaveCount(7);
        using var scope = storage.Scope();
        (await scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task No_update_of_two_concurrent_writers_is_lost()
    {
        const int Rounds = 20;
        var customer = Valid.Customer();
        await storage.SaveAsync(customer);
        await Task.WhenAll(WriteAsync("a"), WriteAsync("b"));
        var names = (await storage.FindAsync(customer.Id.Value))!.Contacts.Skip(2).Select(c => c.Name);
        names.Should().BeEquivalentTo(Enumerable.Range(0, Rounds).SelectMany(n => new[] { $"a{n}", $"b{n}" }));

        async Task WriteAsync(string writer)
        {
            using var scope = storage.Scope();
            var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
            for (var n = 0; n < Rounds; )
            {
                await Task.Yield();
                try
                {
                    var mine = (await customers.GetByIdAsync(customer.Id))!;
                    mine.AddContact(new ContactDraft { Name = $"{writer}{n}" });
                    await customers.UpdateAsync(mine);
                    n++;
                }
                catch (ConcurrencyException)
                {
                    // Reads again after a conflict.
                }
            }
        }
    }
}
