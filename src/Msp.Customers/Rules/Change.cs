using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>A change that rules evaluate: the aggregate before and after it, and the day.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Change<T> : RuleContext
    where T : class
{
    /// <summary>Initializes a change, such as one of a unit test.</summary>
    /// <param name="before">What is stored now; null when the aggregate is new.</param>
    /// <param name="after">The aggregate as it would be stored.</param>
    /// <param name="today">The day of the change in the aggregate's business zone.</param>
    public Change(T? before, T after, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(after);
        (Before, After, Today) = (before, after, today);
    }

    /// <summary>What is stored now; null when the aggregate is new.</summary>
    public T? Before { get; }

    /// <summary>The aggregate as it would be stored.</summary>
    public T After { get; }

    /// <summary>The day of the change in the aggregate's business zone.</summary>
    public LocalDate Today { get; }

    /// <summary>Whether the aggregate is stored for the first time.</summary>
    public bool IsNew => Before is null;

    /// <summary>The aggregates that are saved in the same call before this one, so that two of one save cannot take the same name; empty for a single save.</summary>
    public IReadOnlyList<T> SavedWith { get; init; } = [];

    // Evaluated for what is to be reported of it alone: it is not saved, and what it would give up stays taken.
    internal bool IsRefused { get; init; }
}
