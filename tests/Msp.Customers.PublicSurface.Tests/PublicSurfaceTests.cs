using System.Reflection;
using PublicApiGenerator;

namespace Msp.Customers.PublicSurface.Tests;

// A file beside each project contains its public members, so that a change of them is visible in a review.
// After an intended change, run MSP_CUSTOMERS_PUBLIC_SURFACE=write dotnet test tests/Msp.Customers.PublicSurface.Tests
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],

        // These attributes describe the compilation of a member.
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
    public void The_public_surface_matches_the_reviewed_file(string package)
    {
        var reviewed = Path.Combine(Repository.Root.FullName, "src", package, "PublicSurface.txt");
        var surface = Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n").Split('\n');
        if (Environment.GetEnvironmentVariable("MSP_CUSTOMERS_PUBLIC_SURFACE") == "write")
        {
            File.WriteAllLines(reviewed, surface);
        }

        var lines = File.ReadAllLines(reviewed);
        surface.Except(lines).Should().BeEmpty("new members are reviewed");
        lines.Except(surface).Should().BeEmpty("removed members are reviewed");
        surface.Should().Equal(lines);
    }
}
