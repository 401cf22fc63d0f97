using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>The options of the library. They are validated when the host starts.</summary>
public sealed class MspCustomersOptions
{
    /// <summary>The IANA time zone for customers without a time zone; UTC by default.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The options of the rules: removed codes, severities, the host's own rules and the terms.</summary>
    public RuleOptions Rules { get; } = new();
}
