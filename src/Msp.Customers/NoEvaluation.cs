using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>An evaluation is to be extended, and the customer is not one.</summary>
public sealed class NoEvaluation : Rule
{
    private NoEvaluation()
        : base("evaluation.none", Severity.Error, "The customer's tenant type is {TenantType}: there is no evaluation to extend.") { }

    /// <summary>The rule.</summary>
    public static NoEvaluation Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
