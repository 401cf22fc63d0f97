using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>A tenant names a customer that is in no row: what a host adds to the library's rules is a rule like any other.</summary>
internal sealed class TenantCustomerUnknown : Rule
{
    private TenantCustomerUnknown()
        : base("tenant.customer-unknown", Severity.Error, "No row has the tenant's customer {CustomerId}.")
    {
    }

    public static TenantCustomerUnknown Instance { get; } = new();
}

/// <summary>The tenants of a customer say different things of what a customer has one of: plan, tenant type, license.</summary>
internal sealed class TenantsDiffer : Rule
{
    private TenantsDiffer()
        : base("tenant.details-differ", Severity.Error, "The customer's tenants do not agree: {Values}.")
    {
    }

    public static TenantsDiffer Instance { get; } = new();
}

/// <summary>A listing has two rows of one id.</summary>
internal sealed class RowRepeated : Rule
{
    private RowRepeated()
        : base("row.repeated", Severity.Error, "{Row} has the id {Id} already.")
    {
    }

    public static RowRepeated Instance { get; } = new();
}

/// <summary>A member of a row has another form than the vendor documents.</summary>
internal sealed class MemberMalformed : Rule
{
    private MemberMalformed()
        : base("row.member-malformed", Severity.Error, "The member is not {Form}.")
    {
    }

    public static MemberMalformed Instance { get; } = new();
}
