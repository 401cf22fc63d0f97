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
        this IReadRepositoryBase<Customer> customers, CustomerPageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(request);
        var question = new CustomersPage(request with { Msp = (customers as IMspStorage)?.Msp ?? MspId.Only });
        return question.ToPage(await customers.ListAsync(question, cancellationToken).ConfigureAwait(false));
    }
}
