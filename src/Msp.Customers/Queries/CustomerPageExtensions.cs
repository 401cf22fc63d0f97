using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Reads the list of customers in pages from any repository.</summary>
public static class CustomerPageExtensions
{
    /// <summary>Reads one page of customers.</summary>
    /// <param name="customers">The repository.</param>
    /// <param name="request">The filter, the sort order, the size and the token of the page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page. Its token continues the list in the same order.</returns>
    /// <exception cref="RuleViolationException">
    /// The request is not valid, or its token does not continue this list. The exception contains every violation.
    /// </exception>
    /// <remarks>
    /// Customers that are added or deleted between two pages do not cause another customer to appear twice or to be left out.
    /// </remarks>
    public static async Task<Page<Customer>> PageAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var valid = Valid(customers, request);
        var total = await TotalAsync(customers, valid, cancellationToken).ConfigureAwait(false);
        return await PagePart
            .ReadAsync(valid, part => customers.ListAsync(new CustomersPage(part), cancellationToken), CustomerRow.Of, total)
            .ConfigureAwait(false);
    }

    /// <summary>Reads one page of customers as rows.</summary>
    /// <inheritdoc cref="PageAsync"/>
    /// <remarks>
    /// Reads only the values that a row shows, and is therefore faster than <see cref="PageAsync"/>. A token of one method continues the
    /// list with the other one too. Customers that are added or deleted between two pages do not cause another customer to appear twice or
    /// to be left out.
    /// </remarks>
    public static async Task<Page<CustomerRow>> RowsAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var valid = Valid(customers, request);
        var total = await TotalAsync(customers, valid, cancellationToken).ConfigureAwait(false);
        return await PagePart
            .ReadAsync(valid, part => customers.ListAsync(new CustomerRowsPage(part), cancellationToken), row => row, total)
            .ConfigureAwait(false);
    }

    private static CustomerPageRequest Valid(IReadRepositoryBase<Customer> customers, CustomerPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(request);
        RuleViolationException.ThrowIfAnyError([.. PageRule.Check(request)]);
        return request with { Msp = (customers as IMspRepository)?.Msp ?? MspId.Default };
    }

    private static async Task<int?> TotalAsync(
        IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken
    ) =>
        request.IncludeTotal
            ? await customers.CountAsync(new CustomersMatching(request.Filter), cancellationToken).ConfigureAwait(false)
            : null;
}
