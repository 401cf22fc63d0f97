using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Makes a customer from a draft, registered today in its own zone. Nothing is stored yet, and policies judge it when it is.</summary>
    /// <param name="draft">The draft; its id becomes the customer's, or a new one is made.</param>
    /// <param name="rules">The rules it must keep, and the terms.</param>
    /// <param name="calendar">Where "today" comes from.</param>
    /// <returns>A new customer.</returns>
    /// <exception cref="RuleViolationException">The draft breaks a rule; all violations are told.</exception>
    public static Customer Register(CustomerDraft draft, CustomerRules rules, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Register(draft, rules, zone => calendar.Today(zone));
    }

    /// <summary>Makes a customer from a draft, registered on a given day. Nothing is stored yet, and policies judge it when it is.</summary>
    /// <param name="draft">The draft; its id becomes the customer's, or a new one is made.</param>
    /// <param name="rules">The rules it must keep, and the terms.</param>
    /// <param name="registeredOn">The day of registration; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>A new customer.</returns>
    /// <exception cref="RuleViolationException">The draft breaks a rule; all violations are told.</exception>
    public static Customer Register(CustomerDraft draft, CustomerRules rules, LocalDate registeredOn)
    {
        SupportedDates.Demand(registeredOn, nameof(registeredOn));
        return Register(draft, rules, _ => registeredOn);
    }

    // The zone is looked up only when the rules have found it known.
    private static Customer Register(CustomerDraft draft, CustomerRules rules, Func<string?, LocalDate> today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(rules);
        var customer = new Customer();
        customer.Check(draft, rules);
        customer.Id = TextForm.IsMissing(draft.Id) ? CustomerId.New() : new CustomerId(draft.Id);
        customer.RegisteredOn = today(TextForm.IsMissing(draft.TimeZone) ? null : draft.TimeZone.Trim());
        customer.Apply(draft, rules.Terms);
        customer.version = 1;
        return customer;
    }
}
