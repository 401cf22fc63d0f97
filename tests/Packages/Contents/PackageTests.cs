using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Contents;

public sealed class PackageTests
{
    // The reviewed dependencies of each package. Packages of this repository have the same version.
    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["Msp.Customers"] =
        [
            "Ardalis.Specification",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "NodaTime",
        ],
        ["Msp.Customers.AspNetCore"] = ["Microsoft.Extensions.Logging.Abstractions", "Msp.Customers", "Msp.Customers.Usage"],
        ["Msp.Customers.EntityFrameworkCore"] = ["Microsoft.EntityFrameworkCore.Relational", "Msp.Customers", "Msp.Customers.Usage"],
        ["Msp.Customers.EntityFrameworkCore.PostgreSQL"] =
        [
            "Msp.Customers.EntityFrameworkCore",
            "Npgsql.EntityFrameworkCore.PostgreSQL.NodaTime",
        ],
        ["Msp.Customers.EntityFrameworkCore.Sqlite"] =
        [
            "Microsoft.EntityFrameworkCore.Sqlite",
            "Msp.Customers.EntityFrameworkCore",
            "SQLitePCLRaw.bundle_e_sqlite3",
        ],
        ["Msp.Customers.PhoneNumbers"] = ["Msp.Customers", "libphonenumber-csharp"],
        ["Msp.Customers.Testing"] = ["Msp.Customers", "Msp.Customers.Usage"],
        ["Msp.Customers.Usage"] = ["Microsoft.Extensions.Logging.Abstractions", "Msp.Customers"],
        ["Msp.Customers.ImportExport"] = ["Microsoft.Extensions.Logging.Abstractions", "Msp.Customers", "Sylvan.Data.Csv"],
    };

    public static TheoryData<string> Names => [.. Dependencies.Keys];

    [Fact]
    public void Only_the_packages_and_their_symbols_are_packed()
    {
        var version = Package.Named("Msp.Customers").Value("version");
        Assert.Equal(
            Dependencies
                .Keys.SelectMany(name => new[] { $"{name}.{version}.nupkg", $"{name}.{version}.snupkg" })
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Package.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_contains_its_library_its_documentation_its_readme_and_the_icon(string name) =>
        Assert.Equal(
            new[] { $"{name}.nuspec", "README.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml" }.Order(
                StringComparer.Ordinal
            ),
            Package.Named(name).Files.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_has_complete_metadata(string name)
    {
        var package = Package.Named(name);
        Assert.Equal(name, package.Value("id"));
        Assert.Equal("MIT", package.Value("license"));
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Equal("icon.png", package.Value("icon"));
        Assert.Equal("The Msp.Customers authors", package.Value("authors"));
        Assert.InRange(package.Value("description")!.Length, 80, 300);
        Assert.Contains("msp", package.Value("tags")!.Split(' '));
        Assert.StartsWith($"# {name}\n", Encoding.UTF8.GetString(package.Read("README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_has_reviewed_dependencies_and_its_own_version_of_the_others(string name)
    {
        var package = Package.Named(name);
        Assert.Equal(
            Dependencies[name].Order(StringComparer.Ordinal),
            package.Dependencies().Select(d => d.Id).Order(StringComparer.Ordinal)
        );
        Assert.All(
            package.Dependencies().Where(d => Dependencies.ContainsKey(d.Id)),
            d => Assert.Equal(package.Value("version"), d.Version)
        );

        // Only the package whose next major version changes its types has an upper bound.
        Assert.All(
            package.Dependencies(),
            d => Assert.Matches(d.Id == "Ardalis.Specification" ? @"^\[9\.3\.1, 10\.0(\.0)?\)$" : "^[0-9]", d.Version)
        );
    }

    // Migrations are internal and need no summary.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_documentation_has_a_summary_for_every_type(string name)
    {
        var types = XDocument
            .Load(new MemoryStream(Package.Named(name).Read($"lib/net10.0/{name}.xml")))
            .Descendants("member")
            .Where(m =>
                m.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal)
                && !m.Attribute("name")!.Value.Contains(".Migrations.", StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, t => string.IsNullOrWhiteSpace(t.Element("summary")?.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_icon_is_a_small_square(string name)
    {
        var icon = Package.Named(name).Read("icon.png");
        Assert.Equal("PNG", Encoding.ASCII.GetString(icon, 1, 3));
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
        Assert.InRange(icon.Length, 1, 20_000);
    }

    // A build from the same sources gives the same library, which contains no folder of the build machine.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_library_is_deterministic_and_matches_its_symbols(string name)
    {
        using var library = new PEReader(new MemoryStream(Package.Named(name).Read($"lib/net10.0/{name}.dll")));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(
            new MemoryStream(Package.SymbolsOf(name).Read($"lib/net10.0/{name}.pdb"))
        );
        var entries = library.ReadDebugDirectory();
        Assert.Contains(entries, e => e.Type == DebugDirectoryEntryType.Reproducible);
        var expected = library.ReadCodeViewDebugDirectoryData(entries.Single(e => e.Type == DebugDirectoryEntryType.CodeView)).Guid;
        var reader = symbols.GetMetadataReader();
        Assert.Equal(expected, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Assert.NotEmpty(reader.Documents);
        Assert.All(reader.Documents, d => Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(d).Name), StringComparison.Ordinal));
    }
}
