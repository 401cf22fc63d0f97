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

internal static class CustomerPageRequestExtensions
{
    // One more than the page shows.
    public static void ApplyTo(this CustomerPageRequest request, ISpecificationBuilder<Customer> query)
    {
        var order = CustomerOrder.Of(request.Sort);
        request.Filter.ApplyTo(query);
        if (PageToken.Read(request) is { } token)
        {
            query.Where(order.After(token.Key, token.Id, request.Descending));
        }

        order.Sort(query, request.Descending);
        query.Take(request.Size + 1);
    }

    public static Page<T> ToPage<T>(this CustomerPageRequest request, List<T> found, Func<T, CustomerRow> row, int? total)
    {
        if (found.Count <= request.Size)
        {
            return new Page<T>(found, null, total);
        }

        var items = found.GetRange(0, request.Size);
        var last = row(items[^1]);
        return new Page<T>(items, new PageToken(CustomerOrder.Of(request.Sort).KeyOf(last), last.Id).Write(request), total);
    }
}
