namespace Msp.Customers.Queries;

/// <summary>One page of the Customers page, and one customer more, by which is known whether a further page follows.</summary>
public sealed class CustomersPage : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="request">Which part to show.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 500, the sort is unknown, or a date of the filter is not a supported one.</exception>
    /// <exception cref="Rules.RuleViolationException">The token does not continue this list.</exception>
    public CustomersPage(CustomerPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, CustomerPageRequest.MaxSize, nameof(request));
        Request = request;
        var order = CustomerOrder.Of(request);
        request.Filter.ApplyTo(Query);
        if (PageToken.Read(request) is { } token)
        {
            Query.Where(order.After(token, request.Descending));
        }

        order.Sort(Query, request.Descending);
        Query.Take(request.Size + 1);
    }

    /// <summary>Which part is shown.</summary>
    public CustomerPageRequest Request { get; }

    internal Page<Customer> ToPage(List<Customer> found)
    {
        if (found.Count <= Request.Size)
        {
            return new Page<Customer>(found, null);
        }

        var items = found.GetRange(0, Request.Size);
        return new Page<Customer>(items, new PageToken(CustomerOrder.Of(Request).KeyOf(items[^1]), items[^1].Id).Write(Request));
    }
}
