namespace Msp.Customers;

/// <summary>A reference to the customer in another system, as a form, an import row or a request contains it.</summary>
public sealed class ReferenceDraft
{
    /// <summary>The name of the other system; required. The case of letters is ignored.</summary>
    public string? System { get; set; }

    /// <summary>The customer's id in the other system; required.</summary>
    public string? Id { get; set; }
}
