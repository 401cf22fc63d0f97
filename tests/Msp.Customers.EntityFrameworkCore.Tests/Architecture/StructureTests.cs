using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.EntityFrameworkCore.Tests.Architecture;

public sealed class StructureTests
{
    private static readonly Layers Package = new([
        ["DependencyInjection"],
        ["Storage"],
        ["Bulk"],
        ["Mapping"],
        ["Dialects"],
    ]);
    private static readonly IReadOnlyList<FolderArrow> Arrows = FolderArrows.Of(typeof(MspCustomersContext).Assembly);

    [Fact]
    public void Folders_depend_only_on_lower_layers()
    {
        Arrows.Should().NotBeEmpty();
        Arrows.Where(a => !Package.Allow(a)).Should().BeEmpty();
    }

    [Fact]
    public void Public_classes_except_the_context_are_sealed() =>
        TypeShapes.OpenClasses(typeof(MspCustomersContext).Assembly).Should().BeEquivalentTo(typeof(MspCustomersContext).FullName);

    [Fact]
    public void No_static_field_can_change() => TypeShapes.MutableStatics(typeof(MspCustomersContext).Assembly).Should().BeEmpty();
}
