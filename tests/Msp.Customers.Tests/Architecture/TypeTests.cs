using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Architecture;

public sealed class TypeTests
{
    // The seam is left out: it has the shape of a package, in which these classes are open.
    [Fact]
    public void Public_classes_are_sealed_unless_they_are_made_to_be_derived() =>
        TypeShapes
            .OpenClasses(typeof(Customer).Assembly)
            .Where(name => !name.StartsWith("Msp.Customers.Specifications.", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(typeof(DraftRules<>).FullName);

    [Fact]
    public void No_static_field_can_change() => TypeShapes.MutableStatics(typeof(Customer).Assembly).Should().BeEmpty();
}
