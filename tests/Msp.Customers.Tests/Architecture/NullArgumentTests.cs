namespace Msp.Customers.Tests.Architecture;

public sealed class NullArgumentTests
{
    [Fact]
    public async Task A_null_argument_is_refused_with_its_parameter_name()
    {
        var (count, faults) = await NullArguments.TryAsync(typeof(Customer).Assembly);

        count.Should().BeGreaterThan(150);
        string.Join("\n", faults).Should().BeEmpty();
    }
}
