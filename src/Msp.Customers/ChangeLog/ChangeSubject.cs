namespace Msp.Customers.ChangeLog;

/// <summary>A kind of aggregate in the change log. The numeric values do not change between versions.</summary>
public enum ChangeSubject
{
    /// <summary>A customer.</summary>
    Customer = 0,

    /// <summary>A service plan.</summary>
    ServicePlan = 1,
}
