namespace Msp.Customers.Queries;

/// <summary>A part of a list, and the way to the next.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="NextToken">Opaque text that continues the list; null when this is the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
