using System.Collections.Frozen;
using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>A change that rules evaluate: the state of the aggregate before and after the change, and the date.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Change<T> : RuleContext
    where T : class
{
    /// <summary>Initializes a change, for example in a unit test.</summary>
    /// <param name="before">The stored state; null when the aggregate is new.</param>
    /// <param name="after">The state to be stored.</param>
    /// <param name="today">The date of the change in the aggregate's time zone.</param>
    public Change(T? before, T after, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(after);
        (Before, After, Today) = (before, after, today);
    }

    /// <summary>The stored state; null when the aggregate is new.</summary>
    public T? Before { get; }

    /// <summary>The state to be stored.</summary>
    public T After { get; }

    /// <summary>The date of the change in the aggregate's time zone.</summary>
    public LocalDate Today { get; }

    /// <summary>Whether the aggregate is stored for the first time.</summary>
    public bool IsNew => Before is null;

    /// <summary>
    /// The aggregates that the same call saves before this one; empty for a single save. Rules compare them to keep values unique within
    /// the call.
    /// </summary>
    public IReadOnlyList<T> SavedWith { get; init; } = [];

    // The ids of the aggregates that claim unique values before this change, by value. An import claims values across its batches.
    internal IReadOnlyDictionary<object, object> ClaimedBy { get; init; } = FrozenDictionary<object, object>.Empty;

    // The change is evaluated only for its own violations. It is not saved, so that values that it would release stay taken.
    internal bool IsRefused { get; init; }
}
