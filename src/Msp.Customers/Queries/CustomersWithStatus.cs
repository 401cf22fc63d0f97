using System.Linq.Expressions;

namespace Msp.Customers.Queries;

/// <summary>The customers with a status, in order of account name.</summary>
public sealed class CustomersWithStatus : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="status">The status.</param>
    public CustomersWithStatus(CustomerStatus status)
    {
        Status = status;
        Query.Where(Predicate(status)).InOrderOfName();
    }

    /// <summary>The status.</summary>
    public CustomerStatus Status { get; }

    internal static Expression<Func<Customer, bool>> Predicate(CustomerStatus status) =>
        status switch
        {
            CustomerStatus.Active => c => c.ClosedOn == null && c.SuspendedOn == null,
            CustomerStatus.Suspended => c => c.ClosedOn == null && c.SuspendedOn != null,
            CustomerStatus.Closed => c => c.ClosedOn != null,
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
