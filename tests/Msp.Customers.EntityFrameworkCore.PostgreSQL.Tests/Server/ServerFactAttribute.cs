namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A fact that is skipped, with the reason, where there is no server to ask.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerFactAttribute : Xunit.FactAttribute
{
    public ServerFactAttribute() => Skip = TestServer.WhyNone;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : Xunit.TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = TestServer.WhyNone;
}
