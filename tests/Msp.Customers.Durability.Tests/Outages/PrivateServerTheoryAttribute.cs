namespace Msp.Customers.Durability.Tests.Outages;

// A theory that stops its server, which nobody else may use.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrivateServerTheoryAttribute : TheoryAttribute
{
    public PrivateServerTheoryAttribute() => Skip = PrivateServer.WhyNone;
}
