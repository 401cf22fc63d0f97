using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A list of a draft holds nothing at a place.</summary>
public sealed class ItemMissing : DraftRule<CustomerDraft>
{
    internal ItemMissing()
        : base("list.item-missing", Severity.Error, "The list has an item that is empty.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft.Quotas, nameof(CustomerDraft.Quotas), ref found);
        Check(draft.Schedules, nameof(CustomerDraft.Schedules), ref found);
        Check(draft.Contacts, nameof(CustomerDraft.Contacts), ref found);
        Check(draft.References, nameof(CustomerDraft.References), ref found);
    }

    private void Check<T>(IList<T> items, string name, ref Findings found)
        where T : class
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                found.Add(Violated($"{name}[{i}]"));
            }
        }
    }
}
