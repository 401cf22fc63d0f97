namespace Msp.Customers.Tests.Architecture;

public sealed class FolderTests
{
    // A new folder is added here first.
    private static readonly Layers Library = new(
        [
            ["DependencyInjection"],
            ["StandardRules"],
            ["Queries", "Storage", "ChangeLog"],
            [""],
            ["Contacts", "Plans", "Quotas"],
            ["Aggregates", "Rules", "Calendars", "Names", "Parsing", "Telemetry"],
        ],
        ("Storage", "ChangeLog"),
        ("Storage", "Queries"),
        ("Parsing", "Rules"),
        ("Rules", "Calendars"),
        ("Rules", "Names"),
        ("Telemetry", "Rules")
    );

    private static readonly IReadOnlyList<FolderArrow> Arrows = FolderArrows.Of(typeof(Customer).Assembly);

    [Fact]
    public void Arrows_between_folders_point_down_only() => Arrows.Where(a => !Library.Allow(a)).Should().BeEmpty();

    [Fact]
    public void There_are_no_cycles_between_folders() => FolderArrows.InCycles(Arrows).Should().BeEmpty();

    [Theory]
    [InlineData("Quotas", "Calendars", "a field")]
    [InlineData("Rules", "", null)]
    [InlineData("StandardRules", "Names", "inside method bodies, and constants")]
    [InlineData("Storage", "Queries", "inside method bodies")]
    [InlineData("DependencyInjection", "StandardRules", "inside a lambda")]
    [InlineData("Calendars", "Rules", null)]
    public void Only_existing_arrows_are_detected(string from, string to, string? where) =>
        Arrows.Any(a => a.From == from && a.To == to).Should().Be(where is not null);

    [Fact]
    public void A_cycle_is_detected() =>
        FolderArrows
            .InCycles([new("A", "B", ""), new("B", "C", ""), new("C", "A", ""), new("C", "D", "")])
            .Should()
            .BeEquivalentTo("A", "B", "C");

    [Fact]
    public void Folders_have_no_generic_names()
    {
        string[] generic = ["Models", "Interfaces", "Services", "Helpers", "Common", "Utils"];
        Repository
            .Folders.SelectMany(top => Repository.Files(top, "*"))
            .SelectMany(file => Repository.PathOf(file.Directory!).Split('/'))
            .Intersect(generic, StringComparer.OrdinalIgnoreCase)
            .Should()
            .BeEmpty();
    }
}
