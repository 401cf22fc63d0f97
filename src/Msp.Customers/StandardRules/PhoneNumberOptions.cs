namespace Msp.Customers.StandardRules;

/// <summary>How phone numbers of customers and contacts are read. They are kept as they are written in any case.</summary>
public sealed class PhoneNumberOptions
{
    /// <summary>How strictly; <see cref="PhoneNumberCheck.Characters"/> by default.</summary>
    public PhoneNumberCheck Check { get; set; }

    /// <summary>The country of numbers without a country code, two letters as in <c>DE</c>; null by default: such numbers are then read as if a + stood before them.</summary>
    public string? DefaultRegion { get; set; }

    /// <summary>Whether a number must start with + and a country code; false by default.</summary>
    public bool RequireCountryCode { get; set; }
}

/// <summary>How strictly phone numbers are read.</summary>
public enum PhoneNumberCheck
{
    /// <summary>Digits with the signs that people put between them, three digits at least; the default. It takes numbers without a country code.</summary>
    Characters = 0,

    /// <summary>A number that libphonenumber can read and whose length is possible in its country.</summary>
    Possible = 1,

    /// <summary>A number that libphonenumber finds in the numbering plan of its country.</summary>
    Valid = 2,
}
