using Msp.Customers.AspNetCore;
using Msp.Customers.PhoneNumbers;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Architecture;

public sealed class UsageStructureTests
{
    private static readonly Layers Usage = new([
        ["DependencyInjection"],
        ["Posting"],
        [""],
        ["Alerts", "Forecasts", "Statements"],
        ["Balances"],
    ]);

    private static readonly IReadOnlyList<FolderArrow> Arrows = FolderArrows.Of(typeof(UsageLedger).Assembly);

    public static TheoryData<Type> Packages => [typeof(UsageLedger), typeof(CustomerDetailsReader), typeof(NumberingPlans)];

    [Fact]
    public void Arrows_between_folders_point_down_only()
    {
        Arrows.Should().NotBeEmpty();
        Arrows.Where(a => !Usage.Allow(a)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_classes_are_sealed_or_abstract(Type package) => TypeShapes.OpenClasses(package.Assembly).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Packages))]
    public void Static_fields_are_immutable(Type package) => TypeShapes.MutableStatics(package.Assembly).Should().BeEmpty();
}
