using System.Reflection;

namespace Msp.Customers.PublicSurface.Tests;

public sealed class NullArgumentTests
{
    // The builders of Msp.Customers.Testing also accept null, to create invalid drafts.
    public static TheoryData<string> Packages =>
        [
            .. Repository
                .Files("src", "*.csproj")
                .Select(project => Path.GetFileNameWithoutExtension(project.Name))
                .Where(package => package != "Msp.Customers.Testing"),
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_null_argument_is_refused_with_the_name_of_its_parameter(string package)
    {
        var (count, faults) = await NullArguments.TryAsync(Assembly.Load(package));

        count.Should().BePositive();
        string.Join("\n", faults).Should().BeEmpty();
    }
}
