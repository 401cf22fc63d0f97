using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the customers that meet a filter, in order of account name, then of id.</summary>
public sealed class CustomersMatching : Specification<Customer>, IFilteredSpecification, IBuiltInSpecification
{
    private readonly WhereExpressionInfo<Customer>[] conditions;

    /// <summary>Creates the specification.</summary>
    /// <param name="filter">The filter.</param>
    /// <exception cref="RuleViolationException">
    /// A date is not a <see cref="SupportedDates">supported</see> date, the status or the tenant type is not defined, or a text is longer
    /// than <see cref="CustomerPageRequest.MaxTextLength"/>. The exception contains every violation.
    /// </exception>
    public CustomersMatching(CustomerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        RuleViolationException.ThrowIfAnyError([.. PageRule.Check(filter)]);
        Filter = filter;
        filter.ApplyTo(Query);
        Query.OrderBy(c => c.Account.AccountKey).ThenBy(c => c.Id);
        this.Complete();
        conditions = [.. WhereExpressions];
    }

    /// <inheritdoc/>
    public CustomerFilter Filter { get; }

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        foreach (var condition in conditions)
        {
            if (!condition.FilterFunc(entity))
            {
                return false;
            }
        }

        return true;
    }
}
