using Msp.Customers.Rules;
using PhoneNumbers;

namespace Msp.Customers.PhoneNumbers;

/// <summary>Accepts phone numbers that fit the numbering plan of their country, by libphonenumber.</summary>
/// <example>
/// <code>
/// services.AddMspCustomers(options => options.Rules.PhoneNumbers = new NumberingPlans { DefaultRegion = "DE" });
/// </code>
/// </example>
public sealed class NumberingPlans : IPhoneNumberCheck
{
    private readonly PhoneNumberUtil plans = PhoneNumberUtil.GetInstance();
    private readonly string? defaultRegion;

    /// <summary>The country of numbers without a country code, two letters as in <c>DE</c>; null by default: such numbers are read as if a + stood before them.</summary>
    /// <exception cref="ArgumentException">The value is not a country that has a numbering plan.</exception>
    public string? DefaultRegion
    {
        get => defaultRegion;
        init =>
            defaultRegion =
                value is null || plans.GetSupportedRegions().Contains(value.ToUpperInvariant())
                    ? value?.ToUpperInvariant()
                    : throw new ArgumentException("The region is not the two letters of a country, such as DE.", nameof(value));
    }

    /// <summary>Whether a number of a possible length is accepted although its plan does not assign it; false by default. Plans change more often than this package.</summary>
    public bool AcceptUnassigned { get; init; }

    /// <inheritdoc/>
    public bool IsPhoneNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return false;
        }

        try
        {
            var number = defaultRegion is null && text[0] != '+' ? plans.Parse("+" + text, null) : plans.Parse(text, defaultRegion);
            return AcceptUnassigned ? plans.IsPossibleNumber(number) : plans.IsValidNumber(number);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
