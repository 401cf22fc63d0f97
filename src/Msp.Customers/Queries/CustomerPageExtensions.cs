using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Reads the Customers page from any repository.</summary>
public static class CustomerPageExtensions
{
    /// <summary>Reads one page. Customers added or removed meanwhile make no other appear twice or be left out.</summary>
    /// <param name="customers">The repository.</param>
    /// <param name="request">Which part to show.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The page; its token continues the list in the same order.</returns>
    /// <exception cref="RuleViolationException">The request is not valid, or its token does not continue this list; the exception contains every violation.</exception>
    public static async Task<Page<Customer>> PageAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var valid = Valid(customers, request);
        var found = await customers.ListAsync(new CustomersPage(valid), cancellationToken).ConfigureAwait(false);
        return valid.ToPage(found, CustomerRow.Of, await TotalAsync(customers, valid, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads one page as rows: faster than whole customers, since nothing is read beside them. A token continues either.</summary>
    /// <inheritdoc cref="PageAsync"/>
    public static async Task<Page<CustomerRow>> RowsAsync(
        this IReadRepositoryBase<Customer> customers,
        CustomerPageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var valid = Valid(customers, request);
        var found = await customers.ListAsync(new CustomerRowsPage(valid), cancellationToken).ConfigureAwait(false);
        return valid.ToPage(found, row => row, await TotalAsync(customers, valid, cancellationToken).ConfigureAwait(false));
    }

    private static CustomerPageRequest Valid(IReadRepositoryBase<Customer> customers, CustomerPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(request);
        RuleViolationException.ThrowIfAnyError([.. PageRule.Check(request)]);
        return request with { Msp = (customers as IMspStorage)?.Msp ?? MspId.Default };
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
