namespace Msp.Customers;

/// <summary>Specifies the kind of tenant that a customer is. The default is <see cref="Evaluation"/>.</summary>
public enum TenantType
{
    /// <summary>A trial with a last day; the default. It can become commercial, which cannot be undone.</summary>
    Evaluation = 0,

    /// <summary>A paying customer.</summary>
    Commercial = 1,

    /// <summary>A test environment without an end and without charge.</summary>
    Sandbox = 2,
}
