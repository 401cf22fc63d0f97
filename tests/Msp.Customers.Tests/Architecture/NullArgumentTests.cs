namespace Msp.Customers.Tests.Architecture;

public sealed class NullArgumentTests
{
    [Fact]
    public async Task Null_is_refused_by_the_name_of_its_parameter()
    {
        var (count, faults) = await NullArguments.TryAsync(typeof(Customer).Assembly);

        count.Should().BeGreaterThan(150);
        string.Join("\n", faults).Should().BeEmpty();
    }
}
