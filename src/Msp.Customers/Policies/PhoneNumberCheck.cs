namespace Msp.Customers.Policies;

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
