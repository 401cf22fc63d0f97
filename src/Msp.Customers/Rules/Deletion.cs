using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>A deletion that rules evaluate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Deletion<T> : RuleContext
    where T : class
{
    /// <summary>Initializes a deletion, for example in a unit test.</summary>
    /// <param name="stored">The stored aggregate.</param>
    /// <param name="today">The date of the deletion in the aggregate's time zone.</param>
    public Deletion(T stored, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(stored);
        (Stored, Today) = (stored, today);
    }

    /// <summary>The stored aggregate.</summary>
    public T Stored { get; }

    /// <summary>The date of the deletion in the aggregate's time zone.</summary>
    public LocalDate Today { get; }
}
