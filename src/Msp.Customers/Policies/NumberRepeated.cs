using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Two quotas, or two contacts, of a draft claim to be the same one.</summary>
public sealed class NumberRepeated : DraftRule<CustomerDraft>
{
    internal NumberRepeated()
        : base("list.number-repeated", Severity.Error, "The number {Number} is given more than once.")
    {
    }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        // A longer list is refused anyway, and comparing all its pairs would take minutes.
        for (var i = 1; i < Math.Min(draft.Quotas.Count, TextForm.MaxItems); i++)
        {
            if (draft.Quotas[i]?.Number is { } number && Repeats(draft.Quotas, i, number, static q => q?.Number))
            {
                found.Add(Violated($"Quotas[{i}].Number", ("Number", number)));
            }
        }

        for (var i = 1; i < Math.Min(draft.Contacts.Count, TextForm.MaxItems); i++)
        {
            if (draft.Contacts[i]?.Number is { } number && Repeats(draft.Contacts, i, number, static c => c?.Number))
            {
                found.Add(Violated($"Contacts[{i}].Number", ("Number", number)));
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
