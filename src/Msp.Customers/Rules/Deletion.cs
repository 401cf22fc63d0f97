using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>A deletion that rules evaluate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Deletion<T> : RuleContext
    where T : class
{
    /// <summary>Initializes a deletion, such as one of a unit test.</summary>
    /// <param name="stored">The aggregate as it is stored.</param>
    /// <param name="today">The day of the deletion in the aggregate's business zone.</param>
    public Deletion(T stored, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(stored);
        (Stored, Today) = (stored, today);
    }

    /// <summary>The aggregate as it is stored.</summary>
    public T Stored { get; }

    /// <summary>The day of the deletion in the aggregate's business zone.</summary>
    public LocalDate Today { get; }
}
