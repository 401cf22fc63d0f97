namespace Msp.Customers.Queries;

/// <summary>Which part of the Customers page to show.</summary>
public sealed record CustomerPageRequest
{
    /// <summary>The largest page: 500.</summary>
    public const int MaxSize = 500;

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

    // A token continues no list of another MSP.
    internal MspId Msp { get; init; } = MspId.Only;
}
