using System.Linq.Expressions;
using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The customers whose account or organization name holds a text, in any case of letters, in order of account name.</summary>
public sealed class CustomersMatching : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="text">Any part of a name; blank for every customer.</param>
    public CustomersMatching(string text)
    {
        Text = NameKey.Fold(text);
        Query.Where(Predicate(Text)).InOrderOfName();
    }

    /// <summary>The text folded for comparison.</summary>
    public string Text { get; }

    internal static Expression<Func<Customer, bool>> Predicate(string foldedText) => c => c.Account.SearchText.Contains(foldedText);
}
