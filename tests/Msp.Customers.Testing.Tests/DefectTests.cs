using Msp.Customers.Testing.Tests.Defects;

namespace Msp.Customers.Testing.Tests;

public sealed class DefectTests
{
    public static TheoryData<string> Facts => [.. ConformanceFacts.All.Select(f => f.Name)];

    public static TheoryData<string> Defects => [.. Defect.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_store_without_a_flaw_is_sound(string fact) =>
        await ConformanceFacts.Named(fact).RunAsync(new TableStorage(new Flaw()));

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_store_with_a_flaw_fails_the_fact_that_names_it(string defect)
    {
        var (_, name, flaw) = Defect.All.Single(d => d.Name == defect);
        var fact = ConformanceFacts.Named(name);

        var failure = (await fact.Awaiting(f => f.RunAsync(new TableStorage(flaw))).Should().ThrowAsync<ConformanceException>()).Which;

        failure.Message.Should().StartWith($"{name}. A store is expected to ").And.EndWith(".");
    }

    [Fact]
    public async Task F50_A_read_that_is_torn_now_and_then_is_found_every_time()
    {
        var fact = ConformanceFacts.Named("A customer that is read while it is changed is read whole");
        for (var time = 0; time < 30; time++)
        {
            await fact.Awaiting(f => f.RunAsync(new TableStorage(new Flaw { TearsReads = true })))
                .Should()
                .ThrowAsync<ConformanceException>();
        }
    }

    [Fact]
    public void There_are_enough_defects_and_each_is_one() =>
        Defect.All.Select(d => d.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(25);

    [Fact]
    public void Every_fact_about_a_host_s_specifications_has_a_defect_that_it_finds() =>
        ConformanceFacts
            .All.Select(f => f.Name)
            .Where(n =>
                n.Contains("host's", StringComparison.Ordinal)
                || n.Contains("specification", StringComparison.Ordinal)
                || n.Contains("CustomersMatching", StringComparison.Ordinal)
            )
            .Except(Defect.All.Select(d => d.Fact))
            .Should()
            .BeEmpty();

    [Fact]
    public void Defects_are_found_by_facts_of_every_subject() =>
        Defect
            .All.SelectMany(d => ConformanceFacts.Named(d.Fact).Areas)
            .Distinct()
            .Should()
            .BeEquivalentTo(Enum.GetValues<ConformanceArea>());
}
