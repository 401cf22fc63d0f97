namespace Msp.Customers;

/// <summary>What kind of tenant a customer is. The default, and the zero value, is an evaluation, as on the portal's New Customer page.</summary>
public enum TenantType
{
    /// <summary>A trial with a last day; the default. It may become commercial, once and for good.</summary>
    Evaluation = 0,

    /// <summary>A paying customer.</summary>
    Commercial = 1,

    /// <summary>A place to try things out, without an end and without pay.</summary>
    Sandbox = 2,
}
