using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>The tenant type is a number that stands for none.</summary>
public sealed class TenantTypeUnknown : DraftRule<CustomerDraft>
{
    internal TenantTypeUnknown()
        : base("tenant-type.unknown", Severity.Error, "The tenant type is not one of Evaluation, Commercial and Sandbox.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!Enum.IsDefined(draft.TenantType))
        {
            found.Add(Violated(nameof(CustomerDraft.TenantType)));
        }
    }
}
