namespace Msp.Customers.Tests.Architecture;

public sealed class FolderTests
{
    // The table of the design. A new folder takes its place here first.
    private static readonly Layers Library = new(
        [
            ["DependencyInjection"],
            ["StandardRules"],
            ["Queries", "Storage", "ChangeLog"],
            [""],
            ["Contacts", "Plans", "Quotas"],
            ["Rules", "Calendars", "Names", "Parsing", "Telemetry"],
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
    public void No_folders_use_each_other_in_a_circle() => FolderArrows.OnCircles(Arrows).Should().BeEmpty();

    [Theory]
    [InlineData("Quotas", "Calendars", "a field")]
    [InlineData("Rules", "", null)]
    [InlineData("StandardRules", "Names", "inside method bodies, and constants")]
    [InlineData("Storage", "Queries", "inside method bodies")]
    [InlineData("DependencyInjection", "StandardRules", "inside a lambda")]
    [InlineData("Calendars", "Rules", null)]
    public void Arrows_are_seen_where_they_are_and_nowhere_else(string from, string to, string? where) =>
        Arrows.Any(a => a.From == from && a.To == to).Should().Be(where is not null);

    [Fact]
    public void A_circle_is_seen() =>
        FolderArrows
            .OnCircles([new("A", "B", ""), new("B", "C", ""), new("C", "A", ""), new("C", "D", "")])
            .Should()
            .BeEquivalentTo("A", "B", "C");

    [Fact]
    public void Folders_are_named_after_what_they_hold()
    {
        string[] empty = ["Models", "Interfaces", "Services", "Helpers", "Common", "Utils"];
        Repository
            .Folders.SelectMany(top => Repository.Files(top, "*"))
            .SelectMany(file => Repository.PathOf(file.Directory!).Split('/'))
            .Intersect(empty, StringComparer.OrdinalIgnoreCase)
            .Should()
            .BeEmpty();
    }
}
