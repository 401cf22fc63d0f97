using Msp.Customers.Rules;

namespace Msp.Customers.Parsing;

// Codes of external text that cannot be read. Violations do not contain the text itself.
internal static class UnreadableText
{
    // Only ISO dates and midnights of instants are accepted; other forms are ambiguous.
    public static readonly RuleDescriptor InvalidDate = RuleDescriptor.Invariant(
        "date.invalid",
        "The text is not a date in the form yyyy-MM-dd."
    );

    public static readonly RuleDescriptor InvalidValue = RuleDescriptor.Invariant(
        "value.invalid",
        "The value is not known. Known values: {Known}.",
        ("Known", typeof(string))
    );

    public static IEnumerable<RuleDescriptor> Codes => [InvalidDate, InvalidValue];
}
