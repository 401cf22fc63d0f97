using Msp.Customers.Testing.Tests.Defects;

namespace Msp.Customers.Testing.Tests;

public sealed class DefectTests
{
    public static TheoryData<string> Facts => [.. ConformanceFacts.All.Select(f => f.Name)];

    public static TheoryData<string> Defects => [.. Defect.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_store_without_a_flaw_passes_every_fact(string fact) =>
        await ConformanceFacts.Named(fact).RunAsync(new TableStorage(new Flaw()));

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_store_with_a_flaw_fails_the_fact_that_detects_it(string defect)
    {
        var (_, name, flaw) = Defect.All.Single(d => d.Name == defect);
        var fact = ConformanceFacts.Named(name);

        var failure = (await fact.Awaiting(f => f.RunAsync(new TableStorage(flaw))).Should().ThrowAsync<ConformanceException>()).Which;

        failure.Message.Should().StartWith($"{name}. A store is expected to ").And.EndWith(".");
    }

    [Fact]
    public async Task F50_A_read_that_occasionally_mixes_two_versions_is_detected_every_time()
    {
        var fact = ConformanceFacts.Named("A customer that is read during changes is read in a single version");
        for (var time = 0; time < 30; time++)
        {
            await fact.Awaiting(f => f.RunAsync(new TableStorage(new Flaw { MixesVersionsOnRead = true })))
                .Should()
                .ThrowAsync<ConformanceException>();
        }
    }

    [Fact]
    public void There_are_at_least_twenty_five_defects_with_unique_names() =>
        Defect.All.Select(d => d.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(25);

    [Fact]
    public void Every_fact_about_specifications_detects_a_defect() =>
        ConformanceFacts
            .All.Select(f => f.Name)
            .Where(n => n.Contains("specification", StringComparison.Ordinal) || n.Contains("CustomersMatching", StringComparison.Ordinal))
            .Except(Defect.All.Select(d => d.Fact))
            .Should()
            .BeEmpty();

    [Fact]
    public void Facts_of_every_area_detect_defects() =>
        Defect
            .All.SelectMany(d => ConformanceFacts.Named(d.Fact).Areas)
            .Distinct()
            .Should()
            .BeEquivalentTo(Enum.GetValues<ConformanceArea>());
}
