namespace Msp.Customers;

/// <summary>Specifies the unit of a schedule's interval.</summary>
public enum ScheduleUnit
{
    /// <summary>Days.</summary>
    Day = 0,

    /// <summary>Weeks of seven days.</summary>
    Week = 1,

    /// <summary>Calendar months.</summary>
    Month = 2,

    /// <summary>Three calendar months.</summary>
    Quarter = 3,

    /// <summary>Six calendar months.</summary>
    HalfYear = 4,

    /// <summary>Calendar years.</summary>
    Year = 5,
}
