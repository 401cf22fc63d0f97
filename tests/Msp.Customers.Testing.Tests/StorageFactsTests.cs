using Msp.Customers.Queries;
using Msp.Customers.Testing.Facts;
using Msp.Customers.Testing.Tests.Defects;
using Msp.Customers.Testing.Tests.Stores;

namespace Msp.Customers.Testing.Tests;

public sealed class StorageFactsTests
{
    [Fact]
    public void There_are_sixty_facts_at_least_and_each_has_a_name_of_its_own() =>
        StorageFacts.All.Select(f => f.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(60);

    [Fact]
    public void A_name_is_a_sentence_that_any_test_framework_can_show() =>
        StorageFacts
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
        queries.Should().Contain(nameof(PlansByName)).And.BeSubsetOf(StorageFacts.All.SelectMany(f => f.Name.Split(' ', ',')));
    }

    [Fact]
    public void Every_fact_is_about_a_subject_and_found_by_its_name()
    {
        StorageFacts.All.Should().OnlyContain(f => StorageFacts.Named(f.Name) == f);
        StorageFacts.About(Enum.GetValues<StorageSubject>()).Should().Equal(StorageFacts.All);
        StorageFacts.About(StorageSubject.Plans).Should().NotBeEmpty().And.OnlyContain(f => f.Subjects.Single() == StorageSubject.Plans);
        FluentActions.Invoking(() => StorageFacts.Named("unknown")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_storage_without_usage_is_told_which_facts_to_leave_out()
    {
        var fact = StorageFacts.About(StorageSubject.Usage)[0];
        (await fact.Awaiting(f => f.RunAsync(new WithoutUsage())).Should().ThrowAsync<StorageFactException>())
            .Which.Message.Should()
            .StartWith(fact.Name)
            .And.Contain("opened without usage");
        foreach (var other in StorageFacts.About(StorageSubject.Plans))
        {
            await other.RunAsync(new WithoutUsage());
        }
    }

    [Fact]
    public async Task A_storage_without_a_change_log_is_told_which_facts_to_leave_out()
    {
        var fact = StorageFacts.About(StorageSubject.Changes)[0];
        (await fact.Awaiting(f => f.RunAsync(new WithoutUsage())).Should().ThrowAsync<StorageFactException>())
            .Which.Message.Should()
            .StartWith(fact.Name)
            .And.Contain("opened without");
    }

    [Fact]
    public void A_fact_about_two_subjects_is_for_a_host_that_has_both()
    {
        var both = StorageFacts.All.Where(f => f.Subjects.Count > 1).ToList();
        both.Should().NotBeEmpty();
        StorageFacts.About(StorageSubject.Customers, StorageSubject.Isolation).Should().NotContain(f => both.Contains(f));
        StorageFacts.About(Enum.GetValues<StorageSubject>()).Should().Contain(both);
    }

    [Fact]
    public async Task A_failure_of_the_storage_itself_is_told_with_its_cause()
    {
        var fact = StorageFacts.All[0];
        var failure = (await fact.Awaiting(f => f.RunAsync(new Unreachable())).Should().ThrowAsync<StorageFactException>()).Which;
        failure.Message.Should().StartWith(fact.Name).And.Contain("IOException").And.Contain("no server");
        failure.InnerException.Should().BeOfType<IOException>();
    }

    [Fact]
    public async Task A_cancelled_run_ends_as_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        await StorageFacts
            .All[0]
            .Awaiting(f => f.RunAsync(new TableStorage(new Flaw()), cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_failure_names_the_member_and_both_values()
    {
        var fact = StorageFacts.Named("The day through which usage is settled reads back");
        (
            await fact.Awaiting(f => f.RunAsync(new TableStorage(new Flaw { KeepsCustomer = c => c.UsageClosedThrough = null })))
                .Should()
                .ThrowAsync<StorageFactException>()
        )
            .Which.Message.Should()
            .Be($"{fact.Name}. A store is expected to keep the day through which usage is settled: 2026-03-06; found: nothing.");
        var whole = StorageFacts.Named("A customer that is suspended and closed reads back as both");
        (
            await whole
                .Awaiting(f => f.RunAsync(new TableStorage(new Flaw { KeepsCustomer = c => c.Details.Contacts[1].Name = "Linus Example" })))
                .Should()
                .ThrowAsync<StorageFactException>()
        )
            .Which.Message.Should()
            .EndWith("Details.Contacts[1].Name being \"Grace Example\"; found: \"Linus Example\".");
    }

    private sealed class WithoutUsage : IStorageUnderTest
    {
        private readonly MemoryStorage memory = new();

        public async ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
        {
            var session = await memory.OpenAsync(msp, cancellationToken);
            return new StorageSession(session.Customers, session.Plans);
        }

        public ValueTask DisposeAsync() => memory.DisposeAsync();
    }

    private sealed class Unreachable : IStorageUnderTest
    {
        public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken) => throw new IOException("no server");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
