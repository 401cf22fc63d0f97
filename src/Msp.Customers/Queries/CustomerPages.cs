namespace Msp.Customers.Queries;

/// <summary>Reads the Customers page from any repository.</summary>
public static class CustomerPages
{
    /// <summary>Reads one page. Customers added or removed meanwhile make no other appear twice or be left out.</summary>
    /// <param name="customers">The repository.</param>
    /// <param name="request">Which part to show.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The page; its token continues the list in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 500, the sort is unknown, or a date of the filter is not a supported one.</exception>
    /// <exception cref="Rules.RuleViolationException">The token does not continue this list.</exception>
    public static async Task<Page<Customer>> PageAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var question = new CustomersPage(Request(customers, request));
        return question.Request.ToPage(await customers.ListAsync(question, cancellationToken).ConfigureAwait(false), CustomerRow.Of);
    }

    /// <summary>Reads one page as rows: faster than whole customers, since nothing is read beside them. A token continues either.</summary>
    /// <inheritdoc cref="PageAsync"/>
    public static async Task<Page<CustomerRow>> RowsAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var question = new CustomerRowsPage(Request(customers, request));
        return question.Request.ToPage(await customers.ListAsync(question, cancellationToken).ConfigureAwait(false), row => row);
    }

    private static CustomerPageRequest Request(IReadRepositoryBase<Customer> customers, CustomerPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(request);
        return request with { Msp = (customers as IMspStorage)?.Msp ?? MspId.Only };
    }
}
