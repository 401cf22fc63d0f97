namespace Msp.Customers.Durability.Tests.Outages;

// A theory that stops its server, and therefore needs a private one.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrivateServerTheoryAttribute : TheoryAttribute
{
    public PrivateServerTheoryAttribute() => Skip = PrivateServer.UnavailableReason;
}
