using Msp.Customers.Names;

namespace Msp.Customers.Tests.Names;

// Stores sort by these keys. Each type is ordered by code point and compared only with itself.
public sealed class OrderedKeyTests
{
    private const string First = "A\uFF5E";
    private const string Last = "A\U0001F600";

    [Fact]
    public void Customer_ids_are_ordered_by_code_point_and_null_comes_first() =>
        AssertOrder(text => new CustomerId(text), (a, b) => [a < b, a > b, a <= b, a >= b]);

    [Fact]
    public void Plan_ids_are_ordered_by_code_point_and_null_comes_first() =>
        AssertOrder(text => new PlanId(text), (a, b) => [a < b, a > b, a <= b, a >= b]);

    [Fact]
    public void Name_keys_are_ordered_by_code_point_and_null_comes_first() =>
        AssertOrder(NameKey.Of, (a, b) => [a < b, a > b, a <= b, a >= b]);

    [Fact]
    public void Keys_of_different_types_cannot_be_compared()
    {
        foreach (var key in (IComparable[])[new CustomerId("a"), new PlanId("a"), NameKey.Of("a")])
        {
            key.Invoking(k => k.CompareTo("a")).Should().Throw<ArgumentException>().WithParameterName("obj");
        }
    }

    private static void AssertOrder<T>(Func<string, T> make, Func<T?, T?, bool[]> relations)
        where T : class, IComparable
    {
        var (first, same, last) = (make(First), make(First), make(Last));

        relations(first, same).Should().Equal(false, false, true, true);
        relations(first, last).Should().Equal(true, false, true, false);
        relations(last, first).Should().Equal(false, true, false, true);
        relations(null, first).Should().Equal(true, false, true, false);
        relations(first, null).Should().Equal(false, true, false, true);
        relations(null, null).Should().Equal(false, false, true, true);
        first.CompareTo(null).Should().BePositive();
        first.CompareTo(last).Should().BeNegative();
        first.CompareTo(same).Should().Be(0);
    }
}
