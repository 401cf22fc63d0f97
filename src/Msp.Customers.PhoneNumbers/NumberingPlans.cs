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

    /// <summary>The country of numbers without a country code, as two letters such as <c>DE</c>; null by default.</summary>
    /// <remarks>With null, such numbers are read as if a plus sign preceded them.</remarks>
    /// <exception cref="ArgumentException">The value is not a country with a numbering plan.</exception>
    public string? DefaultRegion
    {
        get => defaultRegion;
        init =>
            defaultRegion =
                value is null || plans.GetSupportedRegions().Contains(value.ToUpperInvariant())
                    ? value?.ToUpperInvariant()
                    : throw new ArgumentException("The region is not a known two-letter country code, such as DE.", nameof(value));
    }

    /// <summary>Whether numbers of a possible length are accepted that the plan does not assign; false by default.</summary>
    /// <remarks>Plans change more often than this package.</remarks>
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
