using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>What the rules found in a row.</summary>
/// <param name="Place">Where the row stands; a customer's own and those of its tenants, one a line.</param>
/// <param name="Id">What the vendor calls it.</param>
/// <param name="Violations">What was found.</param>
internal sealed record RowFindings(string Place, string? Id, IReadOnlyList<Violation> Violations);

/// <summary>What became of the rows.</summary>
internal sealed class RegistrationOutcome
{
    public int PlansRegistered { get; set; }

    public int PlansAlreadyRegistered { get; set; }

    public int Registered { get; set; }

    public int AlreadyRegistered { get; set; }

    public List<RowFindings> Refused { get; } = [];

    public List<RowFindings> Warned { get; } = [];
}
