namespace Msp.Customers;

/// <summary>One page of a list, with the token that continues the list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="NextToken">Opaque text that continues the list; null when this is the last page.</param>
/// <param name="Total">The number of items in the whole list; null unless <see cref="CustomerPageRequest.IncludeTotal"/> is true.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, int? Total = null);
