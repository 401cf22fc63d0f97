namespace Msp.Customers;

/// <summary>Why a customer is suspended.</summary>
public enum SuspensionReason
{
    /// <summary>Another reason, or none told.</summary>
    Other = 0,

    /// <summary>Invoices are not paid.</summary>
    NonPayment = 1,

    /// <summary>The account is misused.</summary>
    Fraud = 2,

    /// <summary>The customer asked for it.</summary>
    CustomerRequest = 3,
}
