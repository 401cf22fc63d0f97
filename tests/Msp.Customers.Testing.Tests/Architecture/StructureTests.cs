using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.Testing.Tests.Architecture;

public sealed class StructureTests
{
    private static readonly Layers Package = new([
        ["Facts"],
        [""],
    ]);
    private static readonly IReadOnlyList<FolderArrow> Arrows = FolderArrows.Of(typeof(ConformanceFacts).Assembly);

    [Fact]
    public void Dependencies_between_folders_point_down_only()
    {
        Arrows.Should().NotBeEmpty();
        Arrows.Where(a => !Package.Allow(a)).Should().BeEmpty();
    }

    [Fact]
    public void Public_classes_are_sealed() => TypeShapes.OpenClasses(typeof(ConformanceFacts).Assembly).Should().BeEmpty();

    [Fact]
    public void Static_fields_are_immutable() => TypeShapes.MutableStatics(typeof(ConformanceFacts).Assembly).Should().BeEmpty();

    [Fact]
    public void The_package_references_no_test_framework() =>
        typeof(ConformanceFacts)
            .Assembly.GetReferencedAssemblies()
            .Select(a => a.Name)
            .Where(name =>
                name!.Contains("unit", StringComparison.OrdinalIgnoreCase)
                || name.Contains("assert", StringComparison.OrdinalIgnoreCase)
                || name.Contains("TestPlatform", StringComparison.Ordinal)
            )
            .Should()
            .BeEmpty();
}
