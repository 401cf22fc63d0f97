using System.Linq.Expressions;

namespace Msp.Customers.Queries;

// One page of the Customers page as whole customers, and one more, which shows whether a further page follows.
internal sealed class CustomersPage : Specification<Customer>, IFilteredSpecification, IBuiltInSpecification
{
    public CustomersPage(CustomerPageRequest request)
    {
        request.ApplyTo(Query);
        Filter = request.Filter;
        this.Complete();
    }

    public CustomerFilter Filter { get; }
}

// The same page as rows.
internal sealed class CustomerRowsPage : Specification<Customer, CustomerRow>, IFilteredSpecification, IBuiltInSpecification
{
    // One object for all requests: Entity Framework Core finds the compiled query by it.
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

    public CustomerRowsPage(CustomerPageRequest request)
    {
        request.ApplyTo(Query);
        Query.Select(Row);
        Filter = request.Filter;
        this.Complete();
    }

    public CustomerFilter Filter { get; }
}
