namespace Msp.Customers;

/// <summary>Which part of the Customers page to show.</summary>
/// <remarks>
/// A request may come from outside, such as from the query string of a URL: <see cref="CustomerPageExtensions"/> answers what is wrong with it by a
/// <see cref="RuleViolationException"/> that contains every violation.
/// </remarks>
public sealed record CustomerPageRequest
{
    /// <summary>The largest page: 500.</summary>
    public const int MaxSize = 500;

    /// <summary>The longest text to filter by: 1,024 UTF-16 code units.</summary>
    public const int MaxTextLength = 1024;

    /// <summary>Which customers; all by default.</summary>
    public CustomerFilter Filter { get; init; } = new();

    /// <summary>What they are sorted by; the account name by default.</summary>
    public CustomerSort Sort { get; init; }

    /// <summary>Whether the order is reversed; false by default.</summary>
    public bool Descending { get; init; }

    /// <summary>How many at most, 1 to 500; 50 by default.</summary>
    public int Size { get; init; } = 50;

    /// <summary>The <see cref="Page{T}.NextToken"/> of the page before; null for the first page.</summary>
    public string? Token { get; init; }

    /// <summary>Whether the page has its <see cref="Page{T}.Total"/>, which costs a further question; false by default.</summary>
    public bool IncludeTotal { get; init; }

    // A token continues no list of another MSP.
    internal MspId Msp { get; init; } = MspId.Default;
}
