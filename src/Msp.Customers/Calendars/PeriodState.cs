namespace Msp.Customers;

/// <summary>Specifies the state of a period on a date. It is computed from the two dates and the date, and never stored.</summary>
public enum PeriodState
{
    /// <summary>The date is before the effective date.</summary>
    NotStarted = 0,

    /// <summary>The date is a usable day: on or between the effective date and the end date.</summary>
    InForce = 1,

    /// <summary>The date is after the end date.</summary>
    Ended = 2,
}
