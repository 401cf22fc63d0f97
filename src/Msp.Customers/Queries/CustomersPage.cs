using System.Linq.Expressions;

namespace Msp.Customers.Queries;

// One page of the list of customers, and one more customer, which shows whether another page follows.
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

    public CustomerRowsPage(CustomerPageRequest request)
    {
        request.ApplyTo(Query);
        Query.Select(Row);
        (Filter, Sort) = (request.Filter, request.Sort);
        this.Complete();
    }

    public CustomerFilter Filter { get; }

    public CustomerSort Sort { get; }
}

internal static class CustomerPageRequestExtensions
{
    // Takes one customer more than the page shows.
    public static void ApplyTo(this CustomerPageRequest request, ISpecificationBuilder<Customer> query)
    {
        var order = CustomerSortOrder.Of(request.Sort);
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

        // The list cannot continue after a row whose key cannot be read. Such a row starts the next page.
        var size = found.FindLastIndex(request.Size - 1, item => row(item).Key is not { IsKnown: false }) + 1;
        if (size == 0)
        {
            throw new UnreadableRowException(nameof(Customer), row(found[0]).Id.Value, row(found[0]).UnreadableMember);
        }

        var items = found.GetRange(0, size);
        var last = row(items[^1]);
        var key = last.Key is { } stored ? stored.Value : CustomerSortOrder.Of(request.Sort).KeyOf(last);
        return new Page<T>(items, new PageToken(key, last.Id).Write(request), total);
    }
}
