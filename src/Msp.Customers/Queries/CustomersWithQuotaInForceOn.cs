using System.Linq.Expressions;
using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>The customers with a quota that is in force on a date by its own dates, in order of account name.</summary>
public sealed class CustomersWithQuotaInForceOn : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="date">The date; a <see cref="SupportedDates">supported</see> one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public CustomersWithQuotaInForceOn(LocalDate date)
    {
        Date = SupportedDates.Demand(date, nameof(date));
        Query.Where(Predicate(date)).InOrderOfName();
    }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    internal static Expression<Func<Customer, bool>> Predicate(LocalDate date) =>
        c =>
            c.Quotas.Any(q =>
                q.EffectiveDate <= date && (q.EndDate == null || q.EndDate >= date) && (q.VoidedFrom == null || q.VoidedFrom > date)
            );
}
