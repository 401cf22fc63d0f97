using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>How the library works in a host. Faults are reported when the host starts.</summary>
public sealed class MspCustomersOptions
{
    /// <summary>The IANA time zone of customers that name none; UTC by default.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Which rules hold, how severely, and on which terms.</summary>
    public RuleOptions Rules { get; } = new();
}
