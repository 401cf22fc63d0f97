using System.Reflection;
using PublicApiGenerator;

namespace Msp.Customers.PublicSurface.Tests;

// What a package shows its users stands in a file beside its project, so that whoever changes it sees it, and whoever reviews the change sees it too.
// After a change that is meant: MSP_CUSTOMERS_PUBLIC_SURFACE=write dotnet test tests/Msp.Customers.PublicSurface.Tests
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],

        // They tell how a member is compiled, not what it is.
        ExcludeAttributes =
        [
            "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
            "System.Runtime.CompilerServices.EnumeratorCancellationAttribute",
        ],
    };

    public static TheoryData<string> Packages =>
        [.. Repository.Files("src", "*.csproj").Select(project => Path.GetFileNameWithoutExtension(project.Name))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_reviewed_one(string package)
    {
        var reviewed = Path.Combine(Repository.Root.FullName, "src", package, "PublicSurface.txt");
        var surface = Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n").Split('\n');
        if (Environment.GetEnvironmentVariable("MSP_CUSTOMERS_PUBLIC_SURFACE") == "write")
        {
            File.WriteAllLines(reviewed, surface);
        }

        var lines = File.ReadAllLines(reviewed);
        surface.Except(lines).Should().BeEmpty("what is new was reviewed");
        lines.Except(surface).Should().BeEmpty("what goes away was reviewed");
        surface.Should().Equal(lines);
    }
}
