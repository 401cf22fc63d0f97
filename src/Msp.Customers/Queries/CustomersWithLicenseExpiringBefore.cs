using System.Linq.Expressions;
using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>The customers whose last licensed day is before a date, in order of account name. A license that covers the date is not among them, nor is one without an end.</summary>
public sealed class CustomersWithLicenseExpiringBefore : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="date">The date; a <see cref="SupportedDates">supported</see> one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public CustomersWithLicenseExpiringBefore(LocalDate date)
    {
        Date = SupportedDates.Demand(date, nameof(date));
        Query.Where(Predicate(date)).InOrderOfName();
    }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    internal static Expression<Func<Customer, bool>> Predicate(LocalDate date) => c => c.LicenseExpiryDate < date;
}
