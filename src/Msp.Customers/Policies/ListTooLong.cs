using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A list of a draft is longer than the library takes, which bounds the work that outside input can cause.</summary>
public sealed class ListTooLong : DraftRule<CustomerDraft>
{
    internal ListTooLong()
        : base("list.too-long", Severity.Error, "The list has {Count} items; it has at most {Max}.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override bool EndsReading => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft.StorageRegions.Count, nameof(CustomerDraft.StorageRegions), ref found);
        Check(draft.Quotas.Count, nameof(CustomerDraft.Quotas), ref found);
        Check(draft.Schedules.Count, nameof(CustomerDraft.Schedules), ref found);
        Check(draft.Contacts.Count, nameof(CustomerDraft.Contacts), ref found);
        Check(draft.References.Count, nameof(CustomerDraft.References), ref found);
    }

    private void Check(int count, string name, ref Findings found)
    {
        if (count > TextForm.MaxItems)
        {
            found.Add(Violated(name, ("Count", count), ("Max", TextForm.MaxItems)));
        }
    }
}
