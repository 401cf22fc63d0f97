using System.IO.Enumeration;

namespace Msp.Customers.Tests.Architecture;

public sealed class FileTests
{
    // Without the migrations, which are generated.
    private static readonly (string Path, int Lines)[] Sizes =
    [
        .. Repository
            .Files("src", "*.cs")
            .Where(f => f.Directory!.Name != "Migrations")
            .Select(f => (Repository.PathOf(f), File.ReadLines(f.FullName).Count()))
            .OrderBy(f => f.Item2),
    ];

    [Fact]
    public void No_source_file_is_over_300_lines() => Sizes.Where(f => f.Lines > 300).Should().BeEmpty();

    [Fact]
    public void The_root_folder_contains_only_the_expected_files_and_folders()
    {
        string[] expected =
        [
            "Msp.Customers.sln",
            "src",
            "tests",
            "benchmarks",
            "docs",
            "Directory.Build.props",
            "README.md",
            "Directory.Packages.props",
            "global.json",
            "LICENSE",
        ];
        // The build and the quick start write there.
        var outputs = File.ReadLines(Path.Combine(Repository.Root.FullName, ".gitignore")).Select(l => l.TrimEnd('/')).ToList();
        Repository
            .Root.EnumerateFileSystemInfos()
            .Select(f => f.Name)
            .Where(name =>
                !name.StartsWith('.') && !outputs.Exists(o => FileSystemName.MatchesSimpleExpression(o, name, ignoreCase: false))
            )
            .Should()
            .BeSubsetOf(expected);
    }
}
