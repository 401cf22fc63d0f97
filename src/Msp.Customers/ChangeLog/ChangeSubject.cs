namespace Msp.Customers.ChangeLog;

/// <summary>What was changed. The values are frozen.</summary>
public enum ChangeSubject
{
    /// <summary>A customer.</summary>
    Customer = 0,

    /// <summary>A service plan.</summary>
    ServicePlan = 1,
}
