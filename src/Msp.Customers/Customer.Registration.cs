using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Creates a customer from a draft, registered today in the customer's time zone.</summary>
    /// <param name="draft">The draft. Its id becomes the customer's id; without one, a new id is generated.</param>
    /// <param name="terms">The terms in force, which define the length of an evaluation.</param>
    /// <param name="calendar">The calendar that determines today's date.</param>
    /// <returns>The new customer.</returns>
    /// <exception cref="RuleViolationException">The draft is not valid. The exception contains all violations.</exception>
    /// <remarks>The customer is not stored. Rules are evaluated when it is saved.</remarks>
    public static Customer Register(CustomerDraft draft, CustomerTerms terms, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Register(draft, terms, zone => calendar.Today(zone));
    }

    /// <summary>Creates a customer from a draft, registered on a given day.</summary>
    /// <param name="draft">The draft. Its id becomes the customer's id; without one, a new id is generated.</param>
    /// <param name="terms">The terms in force, which define the length of an evaluation.</param>
    /// <param name="registeredOn">The day of registration, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The new customer.</returns>
    /// <exception cref="RuleViolationException">The draft is not valid. The exception contains all violations.</exception>
    /// <remarks>The customer is not stored. Rules are evaluated when it is saved.</remarks>
    public static Customer Register(CustomerDraft draft, CustomerTerms terms, LocalDate registeredOn)
    {
        SupportedDates.Demand(registeredOn, nameof(registeredOn));
        return Register(draft, terms, _ => registeredOn);
    }

    private static Customer Register(CustomerDraft draft, CustomerTerms terms, Func<string?, LocalDate> today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(terms);
        draft = draft.Completed();
        RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft, customer: Blank));
        return Make(draft, terms, today);
    }

    // The draft was checked, so that the time zone exists. The draft may contain numbers of quotas, schedules and contacts.
    internal static Customer Make(CustomerDraft draft, CustomerTerms terms, Func<string?, LocalDate> today)
    {
        var customer = new Customer
        {
            Id = TextLimits.IsMissing(draft.Id) ? CustomerId.New() : new CustomerId(draft.Id),
            RegisteredOn = today(TextLimits.IsMissing(draft.TimeZone) ? null : draft.TimeZone.Trim()),
        };
        customer.Apply(draft, terms);
        customer.version = 1;
        return customer;
    }
}
