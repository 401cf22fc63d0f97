using Msp.Customers.Details;
using Msp.Customers.StandardRules;
using Msp.Customers.Usage;

namespace Msp.Customers.DependencyInjection;

/// <summary>How the library works in a host. Faults are reported when the host starts.</summary>
public sealed class MspCustomersOptions
{
    /// <summary>The IANA time zone of customers that name none; UTC by default.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Which rules hold, how severely, and on which terms.</summary>
    public RuleOptions Rules { get; } = new();

    /// <summary>How credits are used up, watched and authorized.</summary>
    public CreditOptions Credits { get; } = new();

    /// <summary>How the details page is read.</summary>
    public DetailsOptions Details { get; } = new();
}
