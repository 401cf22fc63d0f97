namespace Msp.Customers;

/// <summary>Specifies the reason for the suspension of a customer.</summary>
public enum SuspensionReason
{
    /// <summary>Another reason, or an unknown reason.</summary>
    Other = 0,

    /// <summary>Invoices are not paid.</summary>
    NonPayment = 1,

    /// <summary>The account is misused.</summary>
    Fraud = 2,

    /// <summary>The customer requested the suspension.</summary>
    CustomerRequest = 3,
}
