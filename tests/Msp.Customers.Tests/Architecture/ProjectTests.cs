using System.Xml.Linq;

namespace Msp.Customers.Tests.Architecture;

public sealed class ProjectTests
{
    // A new package or reference is added here first.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Msp.Customers"] =
        [
            "NodaTime",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "Ardalis.Specification",
        ],
        ["Msp.Customers.Usage"] = ["Msp.Customers", "Microsoft.Extensions.Logging.Abstractions"],
        ["Msp.Customers.PhoneNumbers"] = ["Msp.Customers", "libphonenumber-csharp"],
        ["Msp.Customers.AspNetCore"] = ["Msp.Customers", "Msp.Customers.Usage", "Microsoft.Extensions.Logging.Abstractions"],
        ["Msp.Customers.EntityFrameworkCore"] = ["Msp.Customers", "Msp.Customers.Usage", "Microsoft.EntityFrameworkCore.Relational"],
        ["Msp.Customers.EntityFrameworkCore.Sqlite"] =
        [
            "Msp.Customers.EntityFrameworkCore",
            "Microsoft.EntityFrameworkCore.Sqlite",
            "SQLitePCLRaw.bundle_e_sqlite3",
        ],
        ["Msp.Customers.EntityFrameworkCore.PostgreSQL"] =
        [
            "Msp.Customers.EntityFrameworkCore",
            "Npgsql.EntityFrameworkCore.PostgreSQL.NodaTime",
        ],
        ["Msp.Customers.ImportExport"] = ["Msp.Customers", "Microsoft.Extensions.Logging.Abstractions", "Sylvan.Data.Csv"],
        ["Msp.Customers.Testing"] = ["Msp.Customers", "Msp.Customers.Usage"],
    };

    // Without the hosts that use only the packages.
    private static readonly FileInfo[] Projects =
    [
        .. Repository
            .Folders.SelectMany(top => Repository.Files(top, "*.csproj"))
            .Where(p => !Repository.PathOf(p).StartsWith("tests/Packages/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Packages_have_only_the_allowed_references()
    {
        var sources = Projects.Where(p => Repository.PathOf(p).StartsWith("src/", StringComparison.Ordinal)).ToList();
        sources.Select(NameOf).Should().BeEquivalentTo(Allowed.Keys);
        sources
            .SelectMany(p =>
                References(p, "ProjectReference", "PackageReference").Except(Allowed[NameOf(p)]).Select(r => $"{NameOf(p)} references {r}")
            )
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void There_are_no_cycles_between_projects()
    {
        var arrows = Projects
            .SelectMany(p => References(p, "ProjectReference").Select(r => new FolderArrow(NameOf(p), r, Repository.PathOf(p))))
            .ToList();
        arrows.Should().NotBeEmpty();
        FolderArrows.InCycles(arrows).Should().BeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root.FullName, "Msp.Customers.sln")).Replace('\\', '/');
        Projects.Select(Repository.PathOf).Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string NameOf(FileInfo project) => Path.GetFileNameWithoutExtension(project.Name);

    private static IEnumerable<string> References(FileInfo project, params string[] kinds) =>
        XDocument
            .Load(project.FullName)
            .Descendants()
            .Where(e => kinds.Contains(e.Name.LocalName))
            .Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include);
}
