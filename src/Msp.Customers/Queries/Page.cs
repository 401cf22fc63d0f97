namespace Msp.Customers;

/// <summary>A part of a list, and the token that continues it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="NextToken">Opaque text that continues the list; null when this is the last page.</param>
/// <param name="Total">How many items the whole list has; null unless <see cref="CustomerPageRequest.IncludeTotal"/> asks for it.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, int? Total = null);
