namespace Msp.Customers.Tests.Architecture;

public sealed class TypeTests
{
    [Fact]
    public void Public_classes_are_sealed_or_abstract() => TypeShapes.OpenClasses(typeof(Customer).Assembly).Should().BeEmpty();

    [Fact]
    public void Static_fields_are_immutable() => TypeShapes.MutableStatics(typeof(Customer).Assembly).Should().BeEmpty();
}
