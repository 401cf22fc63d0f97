using Msp.Customers.Testing.Tests.Defects;
using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class ConformanceFactsTests
{
    [Fact]
    public void There_are_at_least_sixty_facts_with_unique_names() =>
        ConformanceFacts.All.Select(f => f.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(60);

    [Fact]
    public void A_name_is_a_sentence_that_any_test_framework_can_display() =>
        ConformanceFacts
            .All.Select(f => f.ToString())
            .Should()
            .OnlyContain(n => char.IsUpper(n[0]) && !n.EndsWith('.') && n.Length <= 120 && n.All(c => c >= ' ' && c <= '~'));

    [Fact]
    public void Every_named_query_has_a_fact()
    {
        var queries = typeof(CustomersMatching)
            .Assembly.GetExportedTypes()
            .Where(t =>
                t.IsClass
                && t.Namespace == typeof(CustomersMatching).Namespace
                && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISpecification<>))
            )
            .Select(t => t.Name)
            .ToList();
        queries.Should().Contain(nameof(PlansByName)).And.BeSubsetOf(ConformanceFacts.All.SelectMany(f => f.Name.Split(' ', ',')));
    }

    [Fact]
    public void Every_fact_is_found_by_its_areas_and_its_name()
    {
        ConformanceFacts.All.Should().OnlyContain(f => ConformanceFacts.Named(f.Name) == f);
        ConformanceFacts.For(Enum.GetValues<ConformanceArea>()).Should().Equal(ConformanceFacts.All);
        ConformanceFacts.For(ConformanceArea.Plans).Should().NotBeEmpty().And.OnlyContain(f => f.Areas.Single() == ConformanceArea.Plans);
        FluentActions.Invoking(() => ConformanceFacts.Named("unknown")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_fact_about_usage_fails_with_the_reason_when_the_storage_has_no_usage()
    {
        var fact = ConformanceFacts.For(ConformanceArea.Usage)[0];
        (await fact.Awaiting(f => f.RunAsync(new WithoutUsage())).Should().ThrowAsync<ConformanceException>())
            .Which.Message.Should()
            .StartWith(fact.Name)
            .And.Contain("opened without usage");
        foreach (var other in ConformanceFacts.For(ConformanceArea.Plans))
        {
            await other.RunAsync(new WithoutUsage());
        }
    }

    [Fact]
    public async Task A_fact_about_changes_fails_with_the_reason_when_the_storage_has_no_change_log()
    {
        var fact = ConformanceFacts.For(ConformanceArea.Changes)[0];
        (await fact.Awaiting(f => f.RunAsync(new WithoutUsage())).Should().ThrowAsync<ConformanceException>())
            .Which.Message.Should()
            .StartWith(fact.Name)
            .And.Contain("opened without");
    }

    [Fact]
    public void A_fact_with_two_areas_requires_a_host_that_supports_both()
    {
        var both = ConformanceFacts.All.Where(f => f.Areas.Count > 1).ToList();
        both.Should().NotBeEmpty();
        ConformanceFacts.For(ConformanceArea.Customers, ConformanceArea.Isolation).Should().NotContain(f => both.Contains(f));
        ConformanceFacts.For(Enum.GetValues<ConformanceArea>()).Should().Contain(both);
    }

    [Fact]
    public async Task An_exception_of_the_storage_is_reported_with_its_cause()
    {
        var fact = ConformanceFacts.All[0];
        var failure = (await fact.Awaiting(f => f.RunAsync(new Unreachable())).Should().ThrowAsync<ConformanceException>()).Which;
        failure.Message.Should().StartWith(fact.Name).And.Contain("IOException").And.Contain("no server");
        failure.InnerException.Should().BeOfType<IOException>();
    }

    [Fact]
    public async Task A_canceled_run_throws_OperationCanceledException()
    {
        var canceled = new CancellationToken(canceled: true);
        await ConformanceFacts
            .All[0]
            .Awaiting(f => f.RunAsync(new TableStorage(new Flaw()), canceled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_failure_contains_the_member_and_both_values()
    {
        var fact = ConformanceFacts.Named("The date through which usage is closed is read back");
        (
            await fact.Awaiting(f => f.RunAsync(new TableStorage(new Flaw { ChangeStoredCustomer = c => c.UsageClosedThrough = null })))
                .Should()
                .ThrowAsync<ConformanceException>()
        )
            .Which.Message.Should()
            .Be($"{fact.Name}. A store is expected to store the date through which usage is closed: 2026-03-06; found: nothing.");
        var other = ConformanceFacts.Named("A customer that is suspended and closed is read back as it was stored");
        (
            await other
                .Awaiting(f =>
                    f.RunAsync(new TableStorage(new Flaw { ChangeStoredCustomer = c => c.Details.Contacts[1].Name = "Linus Example" }))
                )
                .Should()
                .ThrowAsync<ConformanceException>()
        )
            .Which.Message.Should()
            .EndWith("Details.Contacts[1].Name: \"Grace Example\"; found: \"Linus Example\".");
    }

    private sealed class WithoutUsage : IStorageFixture
    {
        private readonly MemoryStorage memory = new();

        public async ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
        {
            var session = await memory.OpenAsync(msp, cancellationToken);
            return new StorageSession(session.Customers, session.Plans);
        }

        public ValueTask DisposeAsync() => memory.DisposeAsync();
    }

    private sealed class Unreachable : IStorageFixture
    {
        public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken) => throw new IOException("no server");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
