namespace Msp.Customers.Samples.Tests.QuickStart;

// Usage from a folder of the user.
public sealed class UsageRowsTests : IDisposable
{
    private const string Customers =
        """{ "id": "good", "accountName": "Good", "customerName": "Good Ltd" }, { "id": "x", "accountName": "x", "customerName": "x" }""";
    private const string Good = """{ "customerID": "good", "key": 1, "credits": 2.5, "date": "2026-06-01T00:00:00Z" }""";

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("7", "usage.json row 2 field.required")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": "many", "date": "2026-06-01" }""", "x row.invalid-member")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1, "at": "2026-06-01" }""", "x row.invalid-member")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1, "lastDays": 0 }""", "x row.invalid-member")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1, "lastDays": 1.5 }""", "x row.invalid-member")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1, "lastDays": 367 }""", "x row.invalid-member")]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1, "lastDays": 1, "date": "2026-06-01" }""", "x row.invalid-member")]
    [InlineData(
        """{ "customerID": "x", "key": "k", "credits": 1, "date": "2026-06-01", "at": "2026-06-01T00:00:00Z" }""",
        "x usage.date-and-instant"
    )]
    [InlineData("""{ "customerID": "x", "key": "k", "credits": 1 }""", "x usage.date-required")]
    [InlineData(
        """{ "customerID": "x", "key": "k", "credits": 1, "date": "2026-06-01" }, """
            + """{ "customerID": "x", "key": "k", "credits": 2, "date": "2026-06-01" }""",
        "x usage.key-conflict"
    )]
    [InlineData("""{ "customerID": "y", "key": "k", "credits": 1, "date": "2026-06-01" }""", "y usage.customer-not-found")]
    public async Task An_invalid_row_refuses_only_the_usage_of_its_customer(string row, string refusal)
    {
        const string Beside = """{ "customerID": "x", "key": "beside", "credits": 1, "date": "2026-06-01" }""";

        var screen = await run.RunAsync(run.FolderWith(Customers, usage: $"{Beside}, {row}, {Good}"));

        screen.ExitCode.Should().Be(0);
        screen.Rows("Usage refused").Should().Contain(refusal);
        (await run.UsedAsync("good")).Should().ContainSingle().Which.Credits.Amount.Should().Be(2.5m);
        (await run.UsedAsync("x")).Should().HaveCount(refusal.StartsWith("x ", StringComparison.Ordinal) ? 0 : 1);
    }

    [Fact]
    public async Task A_violation_of_a_row_for_many_days_is_listed_once()
    {
        var screen = await run.RunAsync(
            run.FolderWith(Customers, usage: """{ "customerID": "x", "key": "k", "credits": -1, "lastDays": 40 }""")
        );

        screen.Rows("Usage refused").Should().Equal("x usage.credits-negative");
    }

    [Fact]
    public async Task The_same_usage_twice_in_a_file_is_posted_once() =>
        (await run.RunAsync(run.FolderWith(Customers, usage: $"{Good}, {Good}")))
            .Text.Should()
            .Contain("Usage: 1 posted, 1 posted before.");

    [Fact]
    public async Task Usage_above_the_limit_of_a_posting_is_posted_in_several_postings()
    {
        var rows = Enumerable.Range(0, 40).Select(n => $$"""{ "customerID": "good", "key": "k{{n}}", "credits": 1, "lastDays": 300 }""");

        (await run.RunAsync(run.FolderWith(Customers, usage: string.Join(',', rows))))
            .Text.Should()
            .Contain("Usage: 12000 posted, 0 posted before.");
    }

    [Fact]
    public async Task A_folder_without_a_file_of_usage_shows_a_message_and_all_pages()
    {
        var screen = await run.RunAsync(run.FolderWith(Customers));

        screen.ExitCode.Should().Be(0);
        screen
            .Text.Should()
            .Contain("There is no usage: the folder has no usage.json.")
            .And.NotContain("posted")
            .And.Contain("Used 0, of which no quota covered 0.")
            .And.Contain("not in this time")
            .And.MatchRegex(@"│ - +│ none");
    }
}
