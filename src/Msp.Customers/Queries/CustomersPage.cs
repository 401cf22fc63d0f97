using System.Linq.Expressions;

namespace Msp.Customers.Queries;

// A part of a page of the list of customers.
internal sealed class CustomersPage : Specification<Customer>, IFilteredSpecification, IBuiltInSpecification
{
    public CustomersPage(PagePart part)
    {
        part.ApplyTo(Query);
        Filter = part.Request.Filter;
        this.Complete();
    }

    public CustomerFilter Filter { get; }
}

// The same part as rows.
internal sealed class CustomerRowsPage : Specification<Customer, CustomerRow>, IFilteredSpecification, IBuiltInSpecification
{
    // One instance for all requests: Entity Framework Core caches the compiled query by it.
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
    )
    {
        TimeZone = c.TimeZone,
    };

    public CustomerRowsPage(PagePart part)
    {
        part.ApplyTo(Query);
        Query.Select(Row);
        (Filter, Sort) = (part.Request.Filter, part.Request.Sort);
        this.Complete();
    }

    public CustomerFilter Filter { get; }

    public CustomerSort Sort { get; }
}
