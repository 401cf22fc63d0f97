namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A fact that is skipped with the reason when no server is available.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerFactAttribute : Xunit.FactAttribute
{
    public ServerFactAttribute() => Skip = TestServer.UnavailableReason;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : Xunit.TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = TestServer.UnavailableReason;
}
