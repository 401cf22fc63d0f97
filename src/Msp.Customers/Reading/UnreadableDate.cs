using Msp.Customers.Rules;

namespace Msp.Customers.Reading;

/// <summary>Outside text that should be a date is none. A date is ISO text, alone or as the midnight of an instant; anything else would be a guess.</summary>
public sealed class UnreadableDate : Rule
{
    private UnreadableDate()
        : base("date.unreadable", Severity.Error, "The date cannot be read; a date is written yyyy-MM-dd.") { }

    /// <summary>The rule.</summary>
    public static UnreadableDate Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
