namespace Msp.Customers.Tests.Architecture;

public sealed class TypeTests
{
    [Fact]
    public void Public_classes_are_sealed_unless_they_are_made_to_be_derived() =>
        TypeShapes.OpenClasses(typeof(Customer).Assembly).Should().BeEmpty();

    [Fact]
    public void No_static_field_can_change() => TypeShapes.MutableStatics(typeof(Customer).Assembly).Should().BeEmpty();
}
