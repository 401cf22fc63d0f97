using Msp.Customers.Rules;

namespace Msp.Customers.Queries;

/// <summary>A page is to be continued by a token that was not given for this question: another filter, another order, or no token at all.</summary>
public sealed class PageTokenUnreadable : Rule
{
    private PageTokenUnreadable()
        : base("page.token-unreadable", Severity.Error, "The token does not continue this list; start again without one.") { }

    /// <summary>The rule.</summary>
    public static PageTokenUnreadable Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
