using System.Linq.Expressions;

namespace Msp.Customers.Queries;

/// <summary>One page of the Customers page as rows, and one row more, by which is known whether a further page follows.</summary>
public sealed class CustomerRowsPage : Specification<Customer, CustomerRow>
{
    // One object for all: a storage that looks questions up by what they state finds it the faster.
    private static readonly Expression<Func<Customer, CustomerRow>> Row = c => new CustomerRow(
        c.Id,
        c.Account.AccountName,
        c.Account.OrganizationName,
        c.ServicePlan,
        c.TenantType,
        c.LicenseExpiryDate,
        c.RegisteredOn,
        c.SuspendedOn,
        c.ClosedOn
    );

    /// <summary>Asks.</summary>
    /// <param name="request">Which part to show.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 500, the sort is unknown, or a date of the filter is not a supported one.</exception>
    /// <exception cref="Rules.RuleViolationException">The token does not continue this list.</exception>
    public CustomerRowsPage(CustomerPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Ask(Query);
        Query.Select(Row);
        Request = request;
    }

    /// <summary>Which part is shown.</summary>
    public CustomerPageRequest Request { get; }
}
