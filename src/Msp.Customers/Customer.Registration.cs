using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Makes a customer from a draft, registered today in its own zone. Nothing is stored yet; rules are evaluated when it is.</summary>
    /// <param name="draft">The draft; its id becomes the customer's, or a new one is made.</param>
    /// <param name="terms">The terms in force, which say how long an evaluation lasts.</param>
    /// <param name="calendar">Where "today" comes from.</param>
    /// <returns>A new customer.</returns>
    /// <exception cref="RuleViolationException">The draft is not a customer's; the exception contains all violations.</exception>
    public static Customer Register(CustomerDraft draft, CustomerTerms terms, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Register(draft, terms, zone => calendar.Today(zone));
    }

    /// <summary>Makes a customer from a draft, registered on a given day. Nothing is stored yet; rules are evaluated when it is.</summary>
    /// <param name="draft">The draft; its id becomes the customer's, or a new one is made.</param>
    /// <param name="terms">The terms in force, which say how long an evaluation lasts.</param>
    /// <param name="registeredOn">The day of registration; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>A new customer.</returns>
    /// <exception cref="RuleViolationException">The draft is not a customer's; the exception contains all violations.</exception>
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
        RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft, numberedBy: Blank));
        return Make(draft, terms, today);
    }

    // Of a draft that was checked. The zone is looked up only then, and numbers may be those that the draft gives.
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
