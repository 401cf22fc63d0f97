namespace Msp.Customers.Queries;

/// <summary>
/// A specification of customers that a filter describes. A store can read by the filter instead of reading every customer.
/// </summary>
public interface IFilteredSpecification : ISpecification<Customer>
{
    /// <summary>
    /// The filter. Every customer that the specification finds meets it. A specification of a page finds a part of the customers that meet
    /// it.
    /// </summary>
    CustomerFilter Filter { get; }
}
