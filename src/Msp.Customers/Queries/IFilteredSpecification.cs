namespace Msp.Customers.Queries;

/// <summary>A specification of customers that a filter describes. A store may read by the filter in place of every customer.</summary>
public interface IFilteredSpecification : ISpecification<Customer>
{
    /// <summary>The filter. Everything that the specification finds meets it; a page finds a part of what meets it.</summary>
    CustomerFilter Filter { get; }
}
