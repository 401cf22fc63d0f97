using System.Linq.Expressions;
using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>The customers with a quota whose last usable day is before a date, in order of account name. A quota that ends on the date is not among them, nor is an open one.</summary>
public sealed class CustomersWithQuotaEndingBefore : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="date">The date; a <see cref="SupportedDates">supported</see> one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public CustomersWithQuotaEndingBefore(LocalDate date)
    {
        Date = SupportedDates.Demand(date, nameof(date));
        Query.Where(Predicate(date)).InOrderOfName();
    }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    internal static Expression<Func<Customer, bool>> Predicate(LocalDate date) =>
        c => c.Quotas.Any(q => q.EndDate < date || q.VoidedFrom <= date);
}
