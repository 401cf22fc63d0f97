using System.Text.RegularExpressions;

namespace Msp.Customers.Samples.Tests.Documents;

// The page with the figures that benchmarks/run.sh writes.
public sealed partial class BenchmarkPageTests
{
    private static readonly string Page = Read("docs", "benchmarks.md");

    private static readonly string[] Sections = [.. Figures().Matches(Page).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_benchmark_has_a_section_on_the_page()
    {
        var classes = Directory
            .EnumerateFiles(Path.Combine(CodeBlock.Root, "benchmarks", "Msp.Customers.Benchmarks"), "*.cs")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(f => f != "Program");
        var words = Words().Matches(Read("benchmarks", "Msp.Customers.StorageBenchmarks", "Program.cs")).Select(m => m.Groups[1].Value);

        Sections.Should().BeEquivalentTo([.. classes, .. words, "machine"]);
    }

    [Fact]
    public void Every_section_has_the_figures_of_a_run() =>
        Figures()
            .Matches(Page)
            .Where(m => m.Groups[2].Value.Count(char.IsAsciiDigit) < 10)
            .Select(m => m.Groups[1].Value)
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_storage_benchmark_is_part_of_a_run()
    {
        var run = Read("benchmarks", "run.sh");

        Words()
            .Matches(Read("benchmarks", "Msp.Customers.StorageBenchmarks", "Program.cs"))
            .Select(m => m.Groups[1].Value)
            .Should()
            .BeEquivalentTo(run.Split("for what in ")[1].Split(';')[0].Split(' '));
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([CodeBlock.Root, .. path]));

    [GeneratedRegex("<!-- figures of (\\S+) -->(.*?)<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Figures();

    [GeneratedRegex("\\[\"(\\w+)\"\\] = \\(\\) =>")]
    private static partial Regex Words();
}
