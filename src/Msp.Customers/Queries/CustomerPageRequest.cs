namespace Msp.Customers;

/// <summary>A request for one page of the list of customers.</summary>
/// <remarks>
/// A request may contain values from outside, such as the query string of a URL. <see cref="CustomerPageExtensions"/> checks them and
/// throws a <see cref="RuleViolationException"/> that contains every violation.
/// </remarks>
/// <example>
/// <code>
/// var active = new CustomerFilter { Status = CustomerStatus.Active };
/// var request = new CustomerPageRequest { Filter = active, Sort = CustomerSort.LicenseExpiryDate, Size = 25 };
/// var page = await repository.RowsAsync(request);
/// var next = page.NextToken is { } token ? await repository.RowsAsync(request with { Token = token }) : null;
/// </code>
/// </example>
public sealed record CustomerPageRequest
{
    /// <summary>The largest size of a page: 500 customers.</summary>
    public const int MaxSize = 500;

    /// <summary>The longest text of a filter: 1,024 UTF-16 code units.</summary>
    public const int MaxTextLength = 1024;

    /// <summary>The filter; all customers by default.</summary>
    public CustomerFilter Filter { get; init; } = new();

    /// <summary>The sort order; by account name by default.</summary>
    public CustomerSort Sort { get; init; }

    /// <summary>Whether the order is reversed; false by default.</summary>
    public bool Descending { get; init; }

    /// <summary>The largest number of customers on the page, from 1 to 500; 50 by default.</summary>
    public int Size { get; init; } = 50;

    /// <summary>The <see cref="Page{T}.NextToken"/> of the previous page; null for the first page.</summary>
    public string? Token { get; init; }

    /// <summary>Whether the page contains its <see cref="Page{T}.Total"/>; false by default. The total costs a further query.</summary>
    public bool IncludeTotal { get; init; }

    // Part of the hash in the token, so that a token of one MSP is not valid for another.
    internal MspId Msp { get; init; } = MspId.Default;
}
