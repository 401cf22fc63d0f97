using Msp.Customers.Rules;

namespace Msp.Customers.Parsing;

// Outside text that cannot be read. The text itself stays in the row it came from.
internal static class UnreadableText
{
    // A date is ISO text, alone or as the midnight of an instant; anything else would be a guess.
    public static readonly RuleDescriptor Date = RuleDescriptor.Invariant("date.invalid", "The text is not a date in the form yyyy-MM-dd.");

    public static readonly RuleDescriptor Value = RuleDescriptor.Invariant(
        "value.invalid",
        "The value is not known. Known values: {Known}.",
        ("Known", typeof(string))
    );

    public static IEnumerable<RuleDescriptor> Codes => [Date, Value];
}
