using Msp.Customers.Rules;

namespace Msp.Customers.Reading;

// Outside text that cannot be read. The text itself stays in the row it came from.
internal static class UnreadableText
{
    // A date is ISO text, alone or as the midnight of an instant; anything else would be a guess.
    public static readonly RuleDescriptor Date = RuleDescriptor.Invariant(
        "date.unreadable",
        "The date cannot be read; a date is written yyyy-MM-dd."
    );

    public static readonly RuleDescriptor Value = RuleDescriptor.Invariant(
        "value.unknown",
        "The value is not known. Known are: {Known}.",
        ("Known", typeof(string))
    );

    public static IEnumerable<RuleDescriptor> Codes => [Date, Value];
}
