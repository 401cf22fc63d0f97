using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Two quotas, two schedules or two contacts of a draft claim to be the same one.</summary>
public sealed class NumberRepeated : DraftRule<CustomerDraft>
{
    internal NumberRepeated()
        : base("list.number-repeated", Severity.Error, "The number {Number} is given more than once.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft.Quotas, nameof(CustomerDraft.Quotas), static q => q?.Number, ref found);
        Check(draft.Schedules, nameof(CustomerDraft.Schedules), static s => s?.Number, ref found);
        Check(draft.Contacts, nameof(CustomerDraft.Contacts), static c => c?.Number, ref found);
    }

    // A longer list is refused anyway, and comparing all its pairs would take minutes.
    private void Check<T>(IList<T> items, string name, Func<T, int?> numberOf, ref Findings found)
    {
        for (var i = 1; i < Math.Min(items.Count, TextForm.MaxItems); i++)
        {
            if (numberOf(items[i]) is { } number && Repeats(items, i, number, numberOf))
            {
                found.Add(Violated($"{name}[{i}].Number", ("Number", number)));
            }
        }
    }

    private static bool Repeats<T>(IList<T> items, int index, int number, Func<T, int?> numberOf)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (numberOf(items[i]) == number)
            {
                return true;
            }
        }

        return false;
    }
}
