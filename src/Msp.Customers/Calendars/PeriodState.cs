namespace Msp.Customers;

/// <summary>Where a period stands on the date that was asked about. It follows from the two dates alone, never from a job or a stored flag.</summary>
public enum PeriodState
{
    /// <summary>The date is before the effective date.</summary>
    NotStarted = 0,

    /// <summary>The date is a usable day: on or between the effective date and the end date.</summary>
    InForce = 1,

    /// <summary>The date is after the end date.</summary>
    Ended = 2,
}
