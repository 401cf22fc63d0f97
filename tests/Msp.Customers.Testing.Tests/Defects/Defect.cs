namespace Msp.Customers.Testing.Tests.Defects;

// A flaw, and the fact that detects it.
internal sealed record Defect(string Name, string Fact, Flaw Flaw)
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        .. StateDefects.All,
        .. RepositoryDefects.All,
        .. SpecificationDefects.All,
        .. UsageDefects.All,
        .. LogDefects.All,
        .. IsolationDefects.All,
    ];
}
