namespace Msp.Customers.Samples.Tests.QuickStart;

public sealed class UnusableInputTests : IDisposable
{
    private static readonly (string Name, string List, string Message)[] Files =
    [
        (
            "customers.json",
            "customers",
            "The file customers.json row 1 cannot be read: The file is not valid JSON from here on, or is nested deeper than 64 levels."
        ),
        (
            "tenants.json",
            "tenants",
            "The file tenants.json row 1 cannot be read: The file is not valid JSON from here on, or is nested deeper than 64 levels."
        ),
        ("service-plans.json", "servicePlans", "The file *service-plans.json is not JSON, or nested deeper than 64: line 1."),
    ];

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public Task A_missing_folder_ends_the_run() => AssertEndsAsync(Path.Combine(run.Folder(), "nowhere"), "There is no folder *nowhere.");

    [Fact]
    public Task An_empty_folder_ends_the_run() => AssertEndsAsync(run.Folder(), "The folder * has no file customers.json.");

    [Fact]
    public Task A_missing_file_ends_the_run()
    {
        var folder = run.FolderWith();
        File.Delete(Path.Combine(folder, "tenants.json"));
        return AssertEndsAsync(folder, "The folder * has no file tenants.json.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"LIST\": [")]
    [InlineData("name;phone")]
    public async Task A_file_that_is_not_JSON_ends_the_run(string text)
    {
        foreach (var (name, list, message) in Files)
        {
            var folder = run.FolderWith();
            File.WriteAllText(Path.Combine(folder, name), text.Replace("LIST", list, StringComparison.Ordinal));
            await AssertEndsAsync(folder, message);
        }
    }

    [Theory]
    [InlineData(
        "customers.json",
        "[]",
        "The file customers.json row 1 cannot be read: The file is not an object with a list of this name."
    )]
    [InlineData(
        "tenants.json",
        "{ \"tenants\": 7 }",
        "The file tenants.json row 1 cannot be read: The file is not an object with a list of this name."
    )]
    [InlineData("service-plans.json", "[]", "The file *service-plans.json has no list \"servicePlans\".")]
    [InlineData("service-plans.json", "{ \"servicePlans\": 7 }", "The file *service-plans.json has no list \"servicePlans\".")]
    public Task A_file_without_the_list_ends_the_run(string name, string text, string message)
    {
        var folder = run.FolderWith();
        File.WriteAllText(Path.Combine(folder, name), text);
        return AssertEndsAsync(folder, message);
    }

    [Theory]
    [InlineData("{", "The file *usage.json is not JSON, or nested deeper than 64: line 1.")]
    [InlineData("{}", "The file *usage.json has no list \"usage\".")]
    public Task An_unreadable_file_of_usage_ends_the_run(string text, string message)
    {
        var folder = run.FolderWith();
        File.WriteAllText(Path.Combine(folder, "usage.json"), text);
        return AssertEndsAsync(folder, message);
    }

    [Fact]
    public Task JSON_that_is_nested_too_deep_ends_the_run() =>
        AssertEndsAsync(run.FolderWith(plans: $"{new string('[', 63)}{new string(']', 63)}"), Files[2].Message);

    [Fact]
    public Task A_file_that_is_too_large_ends_the_run()
    {
        var folder = run.FolderWith();
        using (var file = File.OpenWrite(Path.Combine(folder, "service-plans.json")))
        {
            file.SetLength((64 * 1024 * 1024) + 1);
        }

        return AssertEndsAsync(folder, "The file *service-plans.json is larger than 64 MB.");
    }

    [Fact]
    public Task A_file_that_is_not_a_database_ends_the_run()
    {
        File.WriteAllText(run.Database, new string('x', 4096));
        return AssertEndsAsync(run.FolderWith(), "The database * cannot be used: *not a database*");
    }

    [Theory]
    [InlineData("--what")]
    [InlineData("one", "two")]
    public async Task An_invalid_command_line_shows_the_usage_text(params string[] args)
    {
        var screen = await run.RunAsync(args);

        screen.ExitCode.Should().Be(2);
        screen.Text.Should().StartWith("Usage: ");
    }

    private async Task AssertEndsAsync(string folder, string message)
    {
        var screen = await run.RunAsync(folder);

        screen.ExitCode.Should().Be(2);
        screen.Text.ReplaceLineEndings(" ").TrimEnd().Should().Match(message);
    }
}
