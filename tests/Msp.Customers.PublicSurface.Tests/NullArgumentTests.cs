using System.Reflection;

namespace Msp.Customers.PublicSurface.Tests;

public sealed class NullArgumentTests
{
    // The builders of Msp.Customers.Testing make what is wrong too.
    public static TheoryData<string> Packages =>
        [
            .. Repository
                .Files("src", "*.csproj")
                .Select(project => Path.GetFileNameWithoutExtension(project.Name))
                .Where(package => package != "Msp.Customers.Testing"),
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Null_is_refused_by_the_name_of_its_parameter(string package)
    {
        var (count, faults) = await NullArguments.TryAsync(Assembly.Load(package));

        count.Should().BePositive();
        string.Join("\n", faults).Should().BeEmpty();
    }
}
