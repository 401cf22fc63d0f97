using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>A tenant names a customer that is in no row: what a host adds to the library's rules is a rule like any other.</summary>
public sealed class TenantCustomerUnknown : Rule
{
    private TenantCustomerUnknown()
        : base("tenant.customer-unknown", Severity.Error, "No row has the tenant's customer {CustomerId}.")
    {
    }

    /// <summary>The rule.</summary>
    public static TenantCustomerUnknown Instance { get; } = new();
}

/// <summary>The tenants of a customer are on different plans, and a customer has one.</summary>
public sealed class SecondPlan : Rule
{
    private SecondPlan()
        : base("tenant.second-plan", Severity.Error, "Another tenant of the customer is on another plan.")
    {
    }

    /// <summary>The rule.</summary>
    public static SecondPlan Instance { get; } = new();
}
