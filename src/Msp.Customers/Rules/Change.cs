using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>What a policy judges: an aggregate as it would be stored, what is stored now, and the day of the change.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Before">What is stored now; null when the aggregate is new.</param>
/// <param name="After">The aggregate as it would be stored.</param>
/// <param name="Today">The day of the change in the aggregate's business zone.</param>
public sealed record Change<T>(T? Before, T After, LocalDate Today)
    where T : class
{
    /// <summary>Whether the aggregate is stored for the first time.</summary>
    public bool IsNew => Before is null;

    /// <summary>What is saved at once with the aggregate and was judged before it, so that two of one save do not take the same name; empty for a single save.</summary>
    public IReadOnlyList<T> SavedAlong { get; init; } = [];
}
