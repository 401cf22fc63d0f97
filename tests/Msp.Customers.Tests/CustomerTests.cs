namespace Msp.Customers.Tests;

public sealed class CustomerTests
{
    [Fact]
    public void Tenant_type_is_evaluation_unless_said_otherwise() =>
        Valid.Customer().TenantType.Should().Be(TenantType.Evaluation);
}
