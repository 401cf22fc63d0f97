using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.ImportExport.Tests.Architecture;

public sealed class StructureTests
{
    private static readonly Layers Package = new([
        ["DependencyInjection"],
        ["Import", "Export"],
        ["Listings"],
        ["Columns"],
        ["Csv"],
        ["", "Telemetry"],
    ]);
    private static readonly IReadOnlyList<FolderArrow> Arrows = FolderArrows.Of(typeof(CustomerImport).Assembly);

    [Fact]
    public void Folders_depend_only_on_lower_layers()
    {
        Arrows.Should().NotBeEmpty();
        Arrows.Where(a => !Package.Allow(a)).Should().BeEmpty();
    }

    [Fact]
    public void Public_classes_are_sealed() => TypeShapes.OpenClasses(typeof(CustomerImport).Assembly).Should().BeEmpty();

    [Fact]
    public void No_static_field_can_change() => TypeShapes.MutableStatics(typeof(CustomerImport).Assembly).Should().BeEmpty();
}
